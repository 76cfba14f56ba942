package dev.liveticker.server.cli;

import static dev.liveticker.server.cli.CommandProcess.address;
import static dev.liveticker.server.cli.CommandProcess.stop;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** SQLite's driver unpacks a library of more than a megabyte; however a server ends, they do not pile up. */
@Timeout(180)
class UnpackedLibraryTest {

    @TempDir
    private Path folder;

    @Test
    void one_is_kept_with_the_data_and_none_in_the_temporary_directory() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Path data = folder.resolve("data");
        List<String> flags = List.of("-Djava.io.tmpdir=" + temporary);
        for (boolean killed : new boolean[] {true, false}) {
            Process server = CommandProcess.withFlags(
                            flags, "--port", "0", "--symbols", "AAPL", "--data", data.toString())
                    .start();
            try {
                address(server);
                if (killed) {
                    server.destroyForcibly();
                    assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
                } else {
                    assertThat(stop(server).err()).isEmpty();
                }
            } finally {
                server.destroyForcibly();
            }
        }
        assertThat(names(temporary)).noneMatch(name -> name.contains("sqlite"));
        assertThat(names(data.resolve("native")))
                .filteredOn(name -> !name.endsWith(".lck"))
                .hasSize(1);
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
