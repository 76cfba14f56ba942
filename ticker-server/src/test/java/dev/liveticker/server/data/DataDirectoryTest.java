package dev.liveticker.server.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    private Path temporary;

    @Test
    void a_directory_it_makes_is_for_its_owner_alone() throws IOException {
        Assumptions.assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Path directory = temporary.resolve("not").resolve("yet");
        DataDirectory.take(directory).close();
        assertThat(Files.getPosixFilePermissions(directory)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void what_cannot_be_one_is_said_in_a_sentence() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "mine");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> DataDirectory.take(file))
                .withMessage(file + " is no directory to keep data in");
        Path within = file.resolve("data");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> DataDirectory.take(within))
                .withMessageStartingWith("cannot make the directory " + within + ": ");
        Files.createDirectories(temporary.resolve("taken").resolve("lock"));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> DataDirectory.take(temporary.resolve("taken")))
                .withMessageStartingWith("cannot write to " + temporary.resolve("taken") + ": ");
        assertThat(file).hasContent("mine");
    }

    /** Another process that wants the same directory: exits with 0 if it gets it, with 3 if it is in use. */
    static final class Other {

        private Other() {}

        public static void main(String[] arguments) throws IOException {
            try {
                DataDirectory.take(Path.of(arguments[0])).close();
            } catch (DirectoryInUseException e) {
                System.exit(3);
            }
        }
    }

    private int another() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        temporary.toString())
                .inheritIO()
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void one_that_was_refused_in_the_same_process_does_not_let_another_process_in() throws Exception {
        Path otherName =
                Files.createSymbolicLink(temporary.resolveSibling(temporary.getFileName() + "-link"), temporary);
        try (DataDirectory first = DataDirectory.take(temporary)) {
            assertThat(first.file("a")).isEqualTo(temporary.resolve("a"));
            assertThatExceptionOfType(DirectoryInUseException.class).isThrownBy(() -> DataDirectory.take(temporary));
            assertThatExceptionOfType(DirectoryInUseException.class).isThrownBy(() -> DataDirectory.take(otherName));
            assertThat(another()).isEqualTo(3);
        } finally {
            Files.delete(otherName);
        }
        assertThat(another()).isZero();
    }

    @Test
    void one_server_alone_uses_a_directory() throws IOException {
        try (DataDirectory first = DataDirectory.take(temporary)) {
            assertThat(first.file("a")).isEqualTo(temporary.resolve("a"));
            assertThatExceptionOfType(DirectoryInUseException.class)
                    .isThrownBy(() -> DataDirectory.take(temporary))
                    .withMessageContaining(temporary.toString());
        }
        DataDirectory.take(temporary).close();
    }
}
