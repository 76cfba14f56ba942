package dev.liveticker.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AimTest {

    @ParameterizedTest(
            name = "log {0}, on track {1}, lag {2}, ahead {3}, remembers {4}, nothing kept {5}, waited {6}: {7}")
    @CsvSource({
        // Redis is empty: who remembers is first, who does not waits for them.
        "false, false,     0, false, true,  false, false, FOUND",
        "false, false,     0, false, false, false, false, NONE",
        "false, false,     0, false, false, false, true,  FOUND",
        // A log that the node is in.
        "true,  true,      0, false, true,  false, false, LEAD",
        "true,  true,   1000, false, true,  false, true,  LEAD",
        "true,  true,   1001, false, true,  false, true,  NONE",
        "true,  true,     -3, false, true,  false, true,  LEAD",
        // A log that it is not in: it takes up a state, unless there is none.
        "true,  false,     0, false, true,  false, true,  NONE",
        "true,  false,     0, false, false, false, true,  NONE",
        "true,  false,     0, false, false, true,  false, FOUND",
        "true,  false,     0, false, true,  true,  false, FOUND",
        // Redis came back with less than this node has.
        "true,  false,     0, true,  true,  false, false, FOUND",
    })
    void a_node_wants_the_lease_for_what_is_to_be_done(
            boolean log,
            boolean onTrack,
            long lag,
            boolean ahead,
            boolean remembers,
            boolean nothingKept,
            boolean waited,
            Aim aim) {
        assertThat(Aim.of(new Aim.View(log, onTrack, lag, ahead, remembers, nothingKept, waited)))
                .isEqualTo(aim);
    }
}
