package dev.liveticker.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.server.cluster.Standing.Role;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandpointTest {

    @ParameterizedTest(name = "informed {0}, in touch {1}, leading {2}, alone for {3} s: {4}, serves {5}")
    @CsvSource({
        "false, false, false,  0, STARTING,  false",
        "false, false, false, 60, STARTING,  false",
        "false, true,  false,  0, STARTING,  false",
        "true,  true,  false,  0, FOLLOWING, true",
        "true,  true,  false, 60, FOLLOWING, true",
        "true,  true,  true,   0, LEADING,   true",
        "true,  false, false,  0, LOST,      true",
        "true,  false, false,  9, LOST,      true",
        "true,  false, false, 10, CUT_OFF,   false",
        "true,  false, false, 60, CUT_OFF,   false",
        "true,  false, true,   1, LOST,      true",
    })
    void a_role_follows_from_what_is_known(
            boolean informed, boolean inTouch, boolean leading, int alone, Role role, boolean serves) {
        Standpoint standpoint = new Standpoint(informed, inTouch, leading, Duration.ofSeconds(alone));

        assertThat(standpoint.role(Duration.ofSeconds(10))).isEqualTo(role);
        assertThat(Standpoint.serves(role)).isEqualTo(serves);
    }
}
