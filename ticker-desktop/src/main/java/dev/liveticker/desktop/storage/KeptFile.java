package dev.liveticker.desktop.storage;

import dev.liveticker.desktop.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * A JSON file that is whole at every moment: written beside, forced to the disk, and moved into its place. One that
 * cannot be read is set aside, never overwritten. For one thread.
 */
public class KeptFile<T> {

    private static final Logger LOG = LoggerFactory.getLogger(KeptFile.class);
    private static final long LARGEST = 10_000_000;
    private static final String VERSION = "version";
    /** One for all files: making one takes longer than reading them. */
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final Path file;
    private final JsonForm<T> form;
    private final InstantSource clock;
    private ObjectNode root = MAPPER.createObjectNode();
    private boolean writable = true;

    /** @param clock names a file that is set aside */
    public KeptFile(Path file, JsonForm<T> form, InstantSource clock) {
        this.file = file;
        this.form = form;
        this.clock = clock;
    }

    /**
     * What was read.
     *
     * @param problems for people; empty if all is well
     */
    public record Loaded<T>(T value, List<String> problems) {}

    /** Reads the file; whatever is wrong with it, there is a value. */
    public Loaded<T> load() {
        if (!Files.exists(file)) {
            return new Loaded<>(form.initial(), List.of());
        }
        try {
            if (Files.size(file) > LARGEST) {
                return setAside(null);
            }
            JsonNode node = MAPPER.readTree(Files.readAllBytes(file));
            if (!(node instanceof ObjectNode object)) {
                return setAside(null);
            }
            root = object;
            return judge(form.read(object), object.path(VERSION).asInt(1) > form.version());
        } catch (JacksonException e) {
            return setAside(e);
        } catch (IOException e) {
            LOG.error("{} could not be read and will not be written", file, e);
            writable = false;
            return new Loaded<>(form.initial(), List.of(Texts.of("storage.unreadable", form.name(), file)));
        }
    }

    /**
     * Puts a value on the disk. Without effect on a file that a newer version wrote.
     *
     * @throws IOException if they could not be written; the file is then as it was
     */
    public void save(T value) throws IOException {
        if (!writable) {
            return;
        }
        root.put(VERSION, form.version());
        form.write(value, root);
        Files.createDirectories(file.toAbsolutePath().getParent());
        WholeFile.write(file, MAPPER.writeValueAsBytes(root));
    }

    private Loaded<T> judge(JsonForm.Reading<T> reading, boolean newer) {
        List<String> problems = new ArrayList<>();
        if (!reading.replaced().isEmpty()) {
            String names = String.join(", ", reading.replaced());
            LOG.warn("values in {} that cannot be were replaced: {}", file, names);
            problems.add(Texts.of("storage.replaced", form.name(), names));
        }
        if (newer) {
            LOG.warn("{} is of a newer version and is left as it is", file);
            writable = false;
            problems.add(Texts.of("storage.newer", form.name()));
        }
        return new Loaded<>(reading.value(), problems);
    }

    private Loaded<T> setAside(@Nullable JacksonException cause) {
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
            LOG.error("{} is broken and could not be set aside", file, e);
            writable = false;
            return new Loaded<>(form.initial(), List.of(Texts.of("storage.unreadable", form.name(), file)));
        }
        LOG.warn("{} is broken and was set aside as {}", file, aside, cause);
        return new Loaded<>(form.initial(), List.of(Texts.of("storage.broken", form.name(), aside)));
    }
}
