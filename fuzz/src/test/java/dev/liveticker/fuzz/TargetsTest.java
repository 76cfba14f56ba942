package dev.liveticker.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What fuzzing begins with, and what it ever found, tried in every build. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class TargetsTest {

    private static final Path FINDINGS = Path.of("src/test/resources/fuzz");

    /** Of each seed so many beginnings are tried. */
    private static final int CUTS = 40;

    static List<String> names() {
        return Targets.names();
    }

    static Stream<Path> findings() throws IOException {
        try (Stream<Path> files = Files.walk(FINDINGS)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_target_holds_for_its_seeds_and_for_what_is_left_of_them_when_they_are_cut_off(String name) throws Exception {
        Target target = Targets.named(name);
        assertThat(target.seeds()).isNotEmpty();
        for (byte[] seed : target.seeds()) {
            target.take(seed);
            for (int cut = 0; cut < CUTS; cut++) {
                target.take(Arrays.copyOf(seed, (int) ((long) seed.length * cut / CUTS)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("findings")
    void what_was_found_once_is_never_found_again(Path finding) throws Exception {
        String name = FINDINGS.relativize(finding).getName(0).toString();
        Targets.named(name).take(Files.readAllBytes(finding));
    }

    @Test
    void a_target_that_does_not_exist_is_answered_with_those_that_do() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Targets.named("frames"))
                .withMessageContaining("frames-json");
    }
}
