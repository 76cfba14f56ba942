package dev.liveticker.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import javafx.css.Stylesheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Style sheets in the form that JavaFX need not parse. */
class StyleSheetsTest {

    private static final String LOOK = """
            .cell:focused:selected, .cell:selected:hover, .cell:odd:selected:focused { -fx-padding: 2px 7px; }
            .root { -own: #123; -fx-fill: -own; }
            """;
    private static final FileTime BUILT = FileTime.from(Instant.parse("2026-01-02T03:04:06Z"));

    @TempDir
    private Path directory;

    private Path jar(String name) throws IOException {
        Path jar = directory.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            write(out, "some/look.css", LOOK);
            write(out, "some/other.txt", "no style sheet");
        }
        return jar;
    }

    private static void write(JarOutputStream out, String name, String text) throws IOException {
        JarEntry entry = new JarEntry(name);
        entry.setLastModifiedTime(BUILT);
        out.putNextEntry(entry);
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void lie_beside_the_text_with_all_that_it_says() throws IOException, ReflectiveOperationException {
        Path jar = jar("one.jar");

        StyleSheets.main(new String[] {jar.toString()});

        try (JarFile file = new JarFile(jar.toFile())) {
            assertThat(file.stream().map(JarEntry::getName))
                    .contains("some/look.css", "some/look.bss", "some/other.txt")
                    .doesNotContain("some/other.bss");
            JarEntry made = file.getJarEntry("some/look.bss");
            assertThat(made.getLastModifiedTime()).isEqualTo(BUILT);
            Stylesheet read = Stylesheet.loadBinary(file.getInputStream(made));
            assertThat(read.getRules()).hasSize(2);
            assertThat(read.getRules().getFirst().getDeclarations())
                    .singleElement()
                    .satisfies(
                            declaration -> assertThat(declaration.getProperty()).isEqualTo("-fx-padding"));
        }
    }

    /** In a JVM each, as in two builds: the order of what {@link Set#of} makes is another in each. */
    @Test
    void are_the_same_wherever_and_whenever_they_are_made() throws IOException, InterruptedException {
        List<Path> jars = new ArrayList<>();
        for (String name : List.of("one.jar", "two.jar", "three.jar", "four.jar")) {
            Path jar = jar(name);
            assertThat(made(jar)).isZero();
            jars.add(jar);
        }

        assertThat(jars.subList(1, jars.size()))
                .allSatisfy(jar -> assertThat(jar).hasSameBinaryContentAs(jars.getFirst()));
    }

    private static int made(Path jar) throws IOException, InterruptedException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StyleSheets.class.getName(),
                        jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
