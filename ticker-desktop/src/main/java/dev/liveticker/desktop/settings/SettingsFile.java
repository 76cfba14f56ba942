package dev.liveticker.desktop.settings;

import dev.liveticker.desktop.text.Texts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The file the settings live in. It is whole at every moment: written beside, forced to the disk, and moved into its
 * place. One that cannot be read is set aside, never overwritten. For one thread.
 */
public final class SettingsFile {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
    private static final long LARGEST = 1_000_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final Path file;
    private final InstantSource clock;
    private final JsonMapper mapper =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private ObjectNode root = mapper.createObjectNode();
    private boolean writable = true;

    /** @param clock names a file that is set aside */
    public SettingsFile(Path directory, InstantSource clock) {
        this.file = directory.resolve("settings.json");
        this.clock = clock;
    }

    /**
     * What was read.
     *
     * @param problems for people; empty if all is well
     */
    public record Loaded(Settings settings, List<String> problems) {}

    /** Reads the settings; whatever is wrong with them, there are some. */
    public Loaded load() {
        if (!Files.exists(file)) {
            return new Loaded(Settings.defaults(), List.of());
        }
        try {
            if (Files.size(file) > LARGEST) {
                return setAside(null);
            }
            JsonNode node = mapper.readTree(Files.readAllBytes(file));
            if (!(node instanceof ObjectNode object)) {
                return setAside(null);
            }
            root = object;
            return judge(SettingsJson.read(object));
        } catch (JacksonException e) {
            return setAside(e);
        } catch (IOException e) {
            LOG.error("the settings could not be read and will not be written: {}", file, e);
            writable = false;
            return new Loaded(Settings.defaults(), List.of(Texts.of("settings.unreadable", file)));
        }
    }

    /**
     * Puts the settings on the disk. Without effect on a file that a newer version wrote.
     *
     * @throws IOException if they could not be written; the file is then as it was
     */
    public void save(Settings settings) throws IOException {
        if (!writable) {
            return;
        }
        SettingsJson.write(settings, root);
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        Path beside = Files.createTempFile(directory, "settings", ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(mapper.writeValueAsBytes(root));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            moveIntoPlace(beside);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private void moveIntoPlace(Path beside) throws IOException {
        try {
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Loaded judge(SettingsJson.Reading reading) {
        List<String> problems = new ArrayList<>();
        if (!reading.replaced().isEmpty()) {
            String names = String.join(", ", reading.replaced());
            LOG.warn("values in {} that cannot be were replaced: {}", file, names);
            problems.add(Texts.of("settings.replaced", names));
        }
        if (reading.newer()) {
            LOG.warn("{} is of a newer version and is left as it is", file);
            writable = false;
            problems.add(Texts.of("settings.newer"));
        }
        return new Loaded(reading.settings(), problems);
    }

    private Loaded setAside(@Nullable JacksonException cause) {
        String time = TIME.withZone(ZoneId.systemDefault()).format(clock.instant());
        Path aside = file.resolveSibling(file.getFileName() + ".broken-" + time);
        for (int i = 2; Files.exists(aside); i++) {
            aside = file.resolveSibling(file.getFileName() + ".broken-" + time + "-" + i);
        }
        try {
            Files.move(file, aside);
        } catch (IOException e) {
            if (cause != null) {
                e.addSuppressed(cause);
            }
            LOG.error("the settings are broken and could not be set aside: {}", file, e);
            writable = false;
            return new Loaded(Settings.defaults(), List.of(Texts.of("settings.unreadable", file)));
        }
        LOG.warn("the settings are broken and were set aside as {}", aside, cause);
        return new Loaded(Settings.defaults(), List.of(Texts.of("settings.broken", aside)));
    }
}
