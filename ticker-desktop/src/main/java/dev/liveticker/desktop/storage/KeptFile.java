package dev.liveticker.desktop.storage;

import dev.liveticker.desktop.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
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
 * A JSON file that is whole at every moment: written beside, forced to the disk, and moved into its place. One of an
 * older version is brought up to date, and a copy of it kept; one of a newer version is neither read nor written; one
 * that cannot be read is set aside, never overwritten. For one thread.
 */
public class KeptFile<T> {

    private static final Logger LOG = LoggerFactory.getLogger(KeptFile.class);
    private static final long LARGEST = 10_000_000;

    /** One for all files: making one takes longer than reading them. */
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final Path file;
    private final JsonForm<T> form;
    private final InstantSource clock;
    private final Disk disk;
    private ObjectNode root = MAPPER.createObjectNode();
    private boolean writable = true;

    /** @param clock names a file that is set aside */
    public KeptFile(Path file, JsonForm<T> form, InstantSource clock) {
        this(file, form, clock, WholeFile::writePrivate);
    }

    KeptFile(Path file, JsonForm<T> form, InstantSource clock, Disk disk) {
        this.file = file;
        this.form = form;
        this.clock = clock;
        this.disk = disk;
    }

    /**
     * What was read.
     *
     * @param problems for people; empty if all is well
     */
    public record Loaded<T>(T value, List<String> problems) {}

    /**
     * What some JSON says, by the one mapper that there is for such files. In any thread.
     *
     * @throws JacksonException if it is none
     */
    protected static JsonNode tree(byte[] json) {
        return MAPPER.readTree(json);
    }

    /** Reads the file; whatever is wrong with it, there is a value. */
    public Loaded<T> load() {
        if (!Files.exists(file)) {
            return new Loaded<>(form.initial(), List.of());
        }
        try {
            if (Files.size(file) > LARGEST) {
                return setAside(null);
            }
            byte[] content = Files.readAllBytes(file);
            JsonNode node = tree(content);
            if (!(node instanceof ObjectNode object)) {
                return setAside(null);
            }
            int version = FileVersion.of(object);
            if (version == FileVersion.NONE) {
                return setAside(null);
            }
            if (version > form.version()) {
                return refuse(version);
            }
            root = object;
            return version < form.version() ? update(version, content) : read();
        } catch (JacksonException e) {
            return setAside(e);
        } catch (IOException e) {
            LOG.error("{} could not be read and will not be written", file, e);
            return leave(Texts.of("storage.unreadable", form.name(), file));
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
        root.put(FileVersion.FIELD, form.version());
        form.write(value, root);
        Files.createDirectories(file.toAbsolutePath().getParent());
        disk.write(file, MAPPER.writeValueAsBytes(root));
    }

    private Loaded<T> read() {
        JsonForm.Reading<T> reading = form.read(root);
        if (reading.replaced().isEmpty()) {
            return new Loaded<>(reading.value(), List.of());
        }
        String names = String.join(", ", reading.replaced());
        LOG.warn("values in {} that cannot be were replaced: {}", file, names);
        return new Loaded<>(reading.value(), List.of(Texts.of("storage.replaced", form.name(), names)));
    }

    /** Nothing on the disk changes before all steps are done and a copy is kept. */
    private Loaded<T> update(int version, byte[] content) {
        try {
            form.steps().subList(version - 1, form.steps().size()).forEach(step -> step.apply(root));
        } catch (IllegalArgumentException | JacksonException e) {
            return setAside(e);
        }
        try {
            Path copy = Backup.keep(file, version, content, disk);
            root.put(FileVersion.FIELD, form.version());
            disk.write(file, MAPPER.writeValueAsBytes(root));
            LOG.info(
                    "{} was of version {} and now is of {}; as it was it is kept as {}",
                    file,
                    version,
                    form.version(),
                    copy);
            return read();
        } catch (IOException e) {
            LOG.error(
                    "{} is of version {} and cannot be brought to {}: it is left as it is",
                    file,
                    version,
                    form.version(),
                    e);
            writable = false;
            return new Loaded<>(form.read(root).value(), List.of(Texts.of("storage.older", form.name(), file)));
        }
    }

    private Loaded<T> refuse(int version) {
        LOG.warn(
                "{} is of version {}, and this program knows up to {}: it is left as it is",
                file,
                version,
                form.version());
        return leave(
                Texts.of("storage.newer", form.name(), file, String.valueOf(version), String.valueOf(form.version())));
    }

    /** What there is without the file, which from now on stays as it is. */
    private Loaded<T> leave(String why) {
        writable = false;
        return new Loaded<>(form.initial(), List.of(why));
    }

    private Loaded<T> setAside(@Nullable RuntimeException cause) {
        root = MAPPER.createObjectNode();
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
            return leave(Texts.of("storage.unreadable", form.name(), file));
        }
        LOG.warn("{} is broken and was set aside as {}", file, aside, cause);
        return new Loaded<>(form.initial(), List.of(Texts.of("storage.broken", form.name(), aside)));
    }
}
