package dev.liveticker.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BuildVersionTest {

    private static final Pattern HEADING = Pattern.compile("(?m)^## (\\S+)");

    @Test
    void the_newest_of_the_changes_are_this_version_s() throws Exception {
        assertThat(HEADING.matcher(Files.readString(Path.of("..", "CHANGES.md")))
                        .results()
                        .map(heading -> heading.group(1)))
                .startsWith(BuildVersion.current());
    }

    @Test
    void a_build_has_a_date_and_maybe_a_commit() {
        assertThat(BuildVersion.source()).matches("([0-9a-f]{7,40}, )?\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    }
}
