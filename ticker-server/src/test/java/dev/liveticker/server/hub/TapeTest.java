package dev.liveticker.server.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.liveticker.message.Heartbeat;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TapeTest {

    @Property(tries = 300)
    void what_it_reaches_is_what_was_told(@ForAll @Size(max = 60) List<@IntRange(max = 400) Integer> script) {
        Tape tape = new Tape();
        List<EncodedMessage> told = new ArrayList<>();
        for (int code : script) {
            if (code % 4 == 0) {
                tape.cut(Math.max(0, told.size() - code));
            } else {
                for (int i = 0; i < code; i++) {
                    told.add(new EncodedMessage(new Heartbeat(told.size(), 0)));
                    tape.append(told.getLast());
                }
            }
            for (int after = Math.max(0, told.size() - 3_000); after <= told.size(); after++) {
                if (tape.reaches(after)) {
                    for (int tick = after + 1; tick <= told.size(); tick++) {
                        assertThat(tape.at(tick)).isSameAs(told.get(tick - 1));
                    }
                    break;
                }
            }
            assertThat(tape.reaches(told.size())).isTrue();
        }
    }

    @Test
    void however_much_is_told_it_keeps_only_the_last() {
        Tape tape = new Tape();
        for (int i = 0; i < 100_000; i++) {
            tape.append(new EncodedMessage(new Heartbeat(i, 0)));
        }
        assertThat(tape.reaches(100_000 - 2_049)).isFalse();
        assertThat(tape.reaches(100_000 - 1_000)).isTrue();
    }

    @Test
    void what_was_cut_is_gone() {
        Tape tape = new Tape();
        for (int i = 0; i < 10; i++) {
            tape.append(new EncodedMessage(new Heartbeat(i, 0)));
        }
        tape.cut(4);
        assertThat(tape.reaches(3)).isFalse();
        assertThat(tape.reaches(4)).isTrue();
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> tape.at(4));
    }
}
