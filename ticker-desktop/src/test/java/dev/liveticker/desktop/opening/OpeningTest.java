package dev.liveticker.desktop.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningTest {

    @TempDir
    Path directory;

    @Test
    void a_file_is_named_by_its_path_or_as_a_desktop_writes_it() throws Exception {
        Path file = Files.createFile(directory.resolve("My list \u00E4.ticker"));

        assertThat(Opening.parse(file.toString())).contains(new Opening.WatchlistFile(file));
        assertThat(Opening.parse(file.toUri().toASCIIString())).contains(new Opening.WatchlistFile(file));
        assertThat(Opening.parse(file.toUri().toString().replace("file:", "FILE:")))
                .contains(new Opening.WatchlistFile(file));
        assertThat(Opening.parse(new Opening.WatchlistFile(file).argument())).contains(new Opening.WatchlistFile(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no-such.ticker",
                "\0",
                "file:",
                "file:no",
                "file:///no/such",
                "file://host/a",
                "file:///%zz",
                "http://x/a"
            })
    void what_is_no_file_is_nothing(String argument) {
        assertThat(Opening.parse(argument)).isEmpty();
    }

    @Test
    void a_directory_or_a_device_is_no_file() {
        assertThat(Opening.parse(directory.toString())).isEmpty();
        assertThat(Opening.parse("/dev/zero")).isEmpty();
    }

    @Test
    void a_link_is_kept_as_it_came_but_not_at_any_length() {
        assertThat(Opening.parse("liveticker:anything \u00E4"))
                .contains(new Opening.Link("liveticker:anything \u00E4"));
        assertThat(Opening.parse("LIVETICKER://watch/A")).contains(new Opening.Link("LIVETICKER://watch/A"));

        Opening huge =
                Opening.parse("liveticker://watch/" + "A,".repeat(100_000)).orElseThrow();
        assertThat(huge.argument()).hasSize(WatchLink.LONGEST + 1);
        assertThat(WatchLink.read(huge.argument())).isInstanceOf(WatchLink.Refused.class);
    }
}
