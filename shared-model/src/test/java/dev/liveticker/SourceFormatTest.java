package dev.liveticker;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds every Java source of the project to one format. It stands here, as a test, since the formatter must run on the
 * JDK the sources are written for, which the Maven process itself need not.
 */
class SourceFormatTest {

    /** With it, files are rewritten instead of complained about. */
    private static final boolean APPLY = Boolean.getBoolean("format.apply");

    @Test
    void sources_are_formatted() throws IOException {
        Path root = Path.of("..").toRealPath();
        Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
                .style(JavaFormatterOptions.Style.PALANTIR)
                .formatJavadoc(true)
                .build());
        List<Path> unformatted = sources(root).parallelStream()
                .filter(source -> isUnformatted(source, formatter))
                .map(root::relativize)
                .toList();
        if (!APPLY) {
            assertThat(unformatted)
                    .as("not in the project's format; mend with: ./mvnw -q -Pformat")
                    .isEmpty();
        }
    }

    private static boolean isUnformatted(Path source, Formatter formatter) {
        try {
            String text = Files.readString(source);
            String formatted = formatter.formatSource(ImportOrderer.reorderImports(
                    RemoveUnusedImports.removeUnusedImports(text), JavaFormatterOptions.Style.PALANTIR));
            if (APPLY && !formatted.equals(text)) {
                Files.writeString(source, formatted);
            }
            return !formatted.equals(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FormatterException e) {
            throw new AssertionError(source + " cannot be read", e);
        }
    }

    private static List<Path> sources(Path root) throws IOException {
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> modules = Files.list(root)) {
            for (Path module : modules.filter(Files::isDirectory).toList()) {
                Path src = module.resolve("src");
                if (Files.isDirectory(src)) {
                    try (Stream<Path> files = Files.walk(src)) {
                        files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
                    }
                }
            }
        }
        assertThat(sources).hasSizeGreaterThan(10);
        return sources;
    }
}
