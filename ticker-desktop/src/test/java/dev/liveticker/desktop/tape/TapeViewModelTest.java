package dev.liveticker.desktop.tape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.model.Symbol;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TapeViewModelTest {

    private static final double VIEW = 250;

    private final Lines given = new Lines();
    private final List<Symbol> charted = new ArrayList<>();
    private final List<Boolean> keptOn = new ArrayList<>();
    private final List<Double> keptSpeed = new ArrayList<>();
    private final TapeViewModel tape = new TapeViewModel(given.lines, keptOn::add, keptSpeed::add, charted::add);
    private long now = 12_345;

    @BeforeEach
    void run() {
        given.lines.wanted(true);
        given.lines.symbols(Lines.symbols("AAPL", "MSFT", "NVDA", "AMZN"));
        tape.follow(true, 40);
        pulse(0);
    }

    @Test
    void it_runs_at_its_speed() {
        for (int i = 0; i < 60; i++) {
            pulse(1_000 / 60.0);
        }
        assertThat(first()).isBetween(-41.0, -39.0);
    }

    @Test
    void larger_text_runs_as_many_more_pixels() {
        for (int i = 0; i < 10; i++) {
            pulse(100, 2, 1);
        }
        assertThat(first()).isBetween(-81.0, -79.0);
    }

    @Test
    void it_moves_by_whole_pixels_and_says_whether_it_did() {
        assertThat(pulse(20)).as("0.8 of a pixel").isFalse();
        assertThat(pulse(20)).isTrue();
        assertThat(first()).isEqualTo(-1);
        assertThat(pulse(20, 1, 0.5)).isTrue();
        assertThat(first()).isEqualTo(-2);
    }

    @Test
    void after_a_long_silence_it_goes_on_from_where_it_was() {
        pulse((double) Duration.ofHours(3).toMillis());

        assertThat(first()).isEqualTo(-4);
    }

    @Test
    void it_stands_still_while_somebody_points_at_it() {
        tape.held().set(true);
        assertThat(pulse(100)).isFalse();
        tape.held().set(false);
        assertThat(pulse(100)).isTrue();
        assertThat(first()).isEqualTo(-4);
    }

    @Test
    void with_less_motion_it_turns_pages() {
        tape.reducedMotion().set(true);
        for (int i = 0; i < 59; i++) {
            assertThat(pulse(100)).isFalse();
        }
        assertThat(pulse(100)).isTrue();
        assertThat(names()).startsWith("NVDA");
        assertThat(first()).isZero();
        assertThat(pulse(100)).isFalse();
    }

    @Test
    void a_page_that_is_pointed_at_stays() {
        tape.reducedMotion().set(true);
        tape.held().set(true);
        for (int i = 0; i < 100; i++) {
            assertThat(pulse(100)).isFalse();
        }
        tape.held().set(false);
        assertThat(pulse(100)).isFalse();
        assertThat(names()).startsWith("AAPL");
    }

    @Test
    void a_wheel_moves_it_by_hand() {
        tape.held().set(true);
        tape.push(30);
        pulse(10);
        assertThat(first()).isEqualTo(-30);
        tape.push(-40);
        pulse(10);
        assertThat(names()).startsWith("AMZN", "AAPL");
    }

    @Test
    void a_click_charts_what_is_under_it() {
        tape.click(120);
        tape.click(10_000);

        assertThat(charted).containsExactly(Symbol.of("MSFT"));
    }

    @Test
    void on_and_speed_are_kept_by_whoever_keeps_them() {
        tape.toggle();
        tape.faster(1);
        tape.faster(-1);
        tape.runAt(5_000);
        tape.follow(true, TapeViewModel.SLOWEST);
        tape.faster(-3);

        assertThat(keptOn).containsExactly(false);
        assertThat(keptSpeed).containsExactly(50.0, 32.0, TapeViewModel.FASTEST, TapeViewModel.SLOWEST);
        assertThat(tape.on().get()).as("not before it is kept").isTrue();
    }

    private boolean pulse(double millis) {
        return pulse(millis, 1, 1);
    }

    private boolean pulse(double millis, double textScale, double pixel) {
        now += Math.round(millis * 1e6);
        return tape.pulse(now, textScale, pixel, VIEW, line -> 100);
    }

    private double first() {
        return tape.placed().getFirst().x();
    }

    private List<String> names() {
        return tape.placed().stream().map(each -> each.line().symbol().text()).toList();
    }
}
