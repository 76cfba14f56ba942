package dev.liveticker.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ServerProcessTest {

    @Test
    void processor_time_is_user_and_system_time_whatever_the_process_is_called() {
        String stat = "4711 (a (b) c) S 1 2 3 4 5 6 7 8 9 10 250 50 0 0 20 0 31 0 99 0 0";

        assertThat(ServerProcess.cpuSeconds(stat)).isEqualTo(3.0);
        assertThat(ServerProcess.name(stat)).isEqualTo("a (b) c");
    }

    @Test
    void resident_memory_is_found_among_the_rest() {
        assertThat(ServerProcess.residentKb("VmHWM:\t  200 kB\nVmRSS:\t  100 kB\nRssAnon:\t 50 kB\n"))
                .isEqualTo(100);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void this_process_has_both_and_its_compiler_a_part_of_it() throws IOException {
        ServerProcess self = new ServerProcess(ProcessHandle.current().pid());

        assertThat(self.threadSeconds("no such thread")).isZero();
        assertThat(self.threadSeconds("C2 CompilerThre")).isPositive().isLessThan(self.cpuSeconds());
        assertThat(self.residentKb()).isGreaterThan(1_000);
    }
}
