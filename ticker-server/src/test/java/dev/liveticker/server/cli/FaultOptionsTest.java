package dev.liveticker.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FaultOptionsTest {

    @Test
    void faults_are_allowed_where_only_this_machine_can_ask_unless_said_otherwise() {
        assertThat(options().allowed(true)).isTrue();
        assertThat(options().allowed(false)).isFalse();
        assertThat(options("--faults").allowed(false)).isTrue();
        assertThat(options("--faults").allowed(true)).isTrue();
        assertThat(options("--no-faults").allowed(true)).isFalse();
        assertThat(options("--no-faults").allowed(false)).isFalse();
    }

    private static FaultOptions options(String... given) {
        return CommandLine.populateCommand(new FaultOptions(), given);
    }
}
