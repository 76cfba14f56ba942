package dev.liveticker.server.fault;

import static dev.liveticker.server.fault.Tape.A;
import static dev.liveticker.server.fault.Tape.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.model.Symbol;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LostTradesTest {

    private final Tape tape = new Tape();
    private long now = Long.MAX_VALUE - 3;

    @Test
    void one_trade_of_each_symbol_gets_lost_every_second() {
        LostTrades lost = lost(Set.of(), 100);
        assertThat(lost.test(tape.trade(A))).isTrue();
        assertThat(lost.test(tape.trade(A))).isFalse();
        assertThat(lost.test(tape.trade(B))).isTrue();
        now += Duration.ofMillis(999).toNanos();
        assertThat(lost.test(tape.trade(A))).isFalse();
        now += Duration.ofMillis(1).toNanos();
        assertThat(lost.test(tape.trade(A))).isTrue();
        assertThat(lost.test(tape.trade(A))).isFalse();
    }

    @Test
    void no_more_get_lost_than_were_asked_for() {
        LostTrades lost = lost(Set.of(), 2);
        int count = 0;
        for (int i = 0; i < 10; i++) {
            count += lost.test(tape.trade(A)) ? 1 : 0;
            now += Duration.ofSeconds(1).toNanos();
        }
        assertThat(count).isEqualTo(2);
    }

    @Test
    void none_of_another_symbol_gets_lost() {
        LostTrades lost = lost(Set.of(B), 100);
        assertThat(lost.test(tape.trade(A))).isFalse();
        assertThat(lost.test(tape.trade(B))).isTrue();
    }

    private LostTrades lost(Set<Symbol> symbols, int times) {
        return new LostTrades(new Fault.Skip(Duration.ofSeconds(10), symbols, times), () -> now);
    }
}
