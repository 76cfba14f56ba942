package dev.liveticker.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.liveticker.server.limit.LimitSettings;
import dev.liveticker.server.limit.Rate;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class LimitOptionsTest {

    private static LimitSettings settings(String... given) {
        return CommandLine.populateCommand(new LimitOptions(), given).settings();
    }

    @Test
    void what_is_not_said_is_as_usual() {
        assertThat(settings()).isEqualTo(LimitSettings.defaults());
    }

    @Test
    void all_of_a_user_together_may_say_ten_times_what_one_connection_may() {
        LimitSettings more = settings("--messages-per-second", "5000");
        assertThat(more.connectionMessages()).isEqualTo(Rate.perSecond(15_000, 5_000));
        assertThat(more.userMessages()).isEqualTo(Rate.perSecond(150_000, 50_000));
    }

    @Test
    void every_number_that_cannot_be_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("--max-connections=0", "--requests-per-second=1000001"))
                .withMessage("--max-connections must be from 1 to 1000000, not 0;"
                        + " --requests-per-second must be from 1 to 1000000, not 1000001");
    }
}
