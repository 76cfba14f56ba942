package dev.liveticker.desktop.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class WholeFileTest {

    private static final byte[] NEW = "new".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    @Test
    void a_file_stays_as_readable_for_others_as_it_was() throws Exception {
        for (String permissions : new String[] {"rw-r--r--", "rw-rw-r--", "rw-------"}) {
            Path file = Files.writeString(directory.resolve(permissions), "old");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

            WholeFile.write(file, NEW);

            assertThat(file).hasContent("new");
            assertThat(permissions(file)).isEqualTo(permissions);
        }
    }

    @Test
    void a_new_file_is_as_readable_as_any_that_is_made_there() throws Exception {
        Path usual = Files.writeString(directory.resolve("usual"), "");
        Path file = directory.resolve("list.csv");

        WholeFile.write(file, NEW);

        assertThat(permissions(file)).isEqualTo(permissions(usual));
    }

    @Test
    void what_is_private_is_for_its_owner_alone_whatever_was_there() throws Exception {
        Path file = Files.writeString(directory.resolve("settings.json"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        WholeFile.writePrivate(file, NEW);

        assertThat(file).hasContent("new");
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void a_link_stays_one_and_what_it_leads_to_is_written() throws Exception {
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Path real = elsewhere.resolve("settings.json");
        Path link = Files.createSymbolicLink(directory.resolve("link.json"), Path.of("elsewhere", "settings.json"));
        Path second = Files.createSymbolicLink(directory.resolve("second.json"), link);

        WholeFile.writePrivate(second, "not there yet".getBytes(StandardCharsets.UTF_8));
        assertThat(real).hasContent("not there yet");
        WholeFile.write(link, NEW);

        assertThat(real).hasContent("new");
        assertThat(link).isSymbolicLink();
        assertThat(second).isSymbolicLink();
    }

    @Test
    void where_it_cannot_be_put_nothing_is_left_of_it() throws Exception {
        Path taken = Files.createDirectory(directory.resolve("taken"));
        Files.writeString(taken.resolve("inside"), "");

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> WholeFile.write(taken, NEW));

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(taken);
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
