package dev.liveticker.server.cli.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * A TOML file (TOML 1.0) as it is, before anything is made of it.
 *
 * @param lines where its keys stand
 * @param root its keys and values
 */
record ConfigText(KeyLines lines, JsonNode root) {

    /** More than any file of settings, and so little that reading it costs nothing. */
    static final int MAX_BYTES = 256 * 1024;

    private static final TomlMapper TOML = new TomlMapper();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    static ConfigText read(Path file) throws BadConfigException {
        String text = decode(file, bytes(file));
        KeyLines lines = KeyLines.of(text);
        try {
            return new ConfigText(lines, TOML.readTree(text));
        } catch (JacksonException e) {
            throw bad(file, reason(lines, e));
        }
    }

    private static byte[] bytes(Path file) throws BadConfigException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (NoSuchFileException e) {
            throw bad(file, ": there is no such file");
        } catch (AccessDeniedException e) {
            throw bad(file, " cannot be read: permission denied");
        } catch (IOException e) {
            throw bad(file, Files.isDirectory(file) ? " is a directory" : " cannot be read: " + e.getMessage());
        }
        if (bytes.length > MAX_BYTES) {
            throw bad(file, " is larger than " + MAX_BYTES / 1024 + " KiB and no file of settings");
        }
        return bytes;
    }

    private static String decode(Path file, byte[] bytes) throws BadConfigException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw bad(file, " is no text in UTF-8");
        }
    }

    private static String reason(KeyLines lines, JacksonException e) {
        String said = e.getOriginalMessage();
        if (said.startsWith("Duplicate key")) {
            return lines.twice();
        }
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        return (line > 0 ? ", line " + line : "") + ": not as TOML has it: "
                + said.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private static BadConfigException bad(Path file, String why) {
        return new BadConfigException(List.of(file + why));
    }
}
