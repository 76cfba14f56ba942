package dev.liveticker.desktop.outage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.FakeFaults;
import dev.liveticker.desktop.fake.Some;
import dev.liveticker.feed.FaultControl;
import dev.liveticker.feed.FaultRequest;
import dev.liveticker.feed.SimulatedFault;
import dev.liveticker.model.FaultKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutageViewModelTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final FakeFaults faults = new FakeFaults();
    private final List<Runnable> later = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();
    private Optional<FaultControl> server = Optional.of(faults);
    private long now = Long.MAX_VALUE - 5 * SECOND;
    private final OutageViewModel outage = new OutageViewModel(() -> server, later::add, () -> now);

    OutageViewModelTest() {
        outage.onTrouble(troubles::add);
    }

    @Test
    void it_is_there_where_the_server_allows_it_and_nowhere_else() {
        outage.connected();
        answer();
        assertThat(outage.available().get()).isFalse();

        faults.allow();
        outage.connected();
        answer();
        assertThat(outage.available().get()).isTrue();

        server = Optional.empty();
        outage.connected();
        assertThat(outage.available().get()).isFalse();
        assertThat(troubles).isEmpty();
    }

    @Test
    void each_outage_is_asked_for_as_the_server_knows_it() {
        faults.allow();
        outage.choose(Some.AAPL);
        for (Outage each : Outage.values()) {
            outage.simulate(each, 30);
        }

        assertThat(faults.asked())
                .containsExactly(
                        new FaultRequest(FaultKind.DROP, 30, null, null, "abort", null),
                        new FaultRequest(FaultKind.DROP, 30, null, null, "close", null),
                        new FaultRequest(FaultKind.STALL, 30, null, null, null, null),
                        new FaultRequest(FaultKind.DELAY, 30, null, 1_000, null, null),
                        new FaultRequest(FaultKind.SKIP, 30, null, null, null, null),
                        new FaultRequest(FaultKind.HALT, 30, List.of(Some.AAPL), null, null, null));
    }

    @Test
    void no_halt_is_asked_for_without_a_symbol() {
        faults.allow();
        outage.choose(null);
        outage.simulate(Outage.HALT, 10);

        assertThat(faults.asked()).isEmpty();
    }

    @Test
    void what_goes_on_is_counted_down_to_its_end() {
        faults.allow();
        outage.choose(Some.AAPL);
        outage.simulate(Outage.HALT, 10);
        outage.simulate(Outage.STALL, 30);
        answer();
        assertThat(outage.active().get()).isTrue();
        assertThat(outage.status().get()).isEqualTo("Simulated: silence 30 s, AAPL halted 10 s");

        pass(Duration.ofMillis(9_500));
        assertThat(outage.status().get()).isEqualTo("Simulated: silence 21 s, AAPL halted 1 s");

        pass(Duration.ofMillis(500));
        assertThat(outage.status().get()).isEqualTo("Simulated: silence 20 s");

        pass(Duration.ofSeconds(20));
        assertThat(outage.active().get()).isFalse();
        assertThat(outage.status().get()).isEmpty();
    }

    @Test
    void everything_is_ended_at_once() {
        faults.allow();
        outage.simulate(Outage.CUT, 10);
        answer();
        assertThat(outage.active().get()).isTrue();

        outage.endAll();
        answer();

        assertThat(outage.active().get()).isFalse();
    }

    @Test
    void the_server_is_asked_again_while_something_goes_on_and_not_otherwise() {
        faults.allow();
        outage.connected();
        answer();
        pass(Duration.ofMinutes(1));
        assertThat(faults.looks()).isEqualTo(1);

        outage.simulate(Outage.SKIP, 30);
        answer();
        pass(Duration.ofSeconds(1));
        assertThat(faults.looks()).isEqualTo(1);
        faults.running(new SimulatedFault(FaultKind.HALT, 7, List.of(Some.AAPL, Some.MSFT)));
        pass(Duration.ofSeconds(1));
        answer();

        assertThat(outage.status().get()).as("as others have it").isEqualTo("Simulated: halts 7 s");
    }

    @Test
    void an_answer_of_the_server_before_is_not_taken_for_one_of_the_next() {
        faults.allow();
        outage.simulate(Outage.CUT, 10);
        outage.forget();
        answer();

        assertThat(outage.active().get()).isFalse();
        assertThat(outage.available().get()).isFalse();
    }

    @Test
    void a_refusal_of_the_server_before_says_nothing_of_the_next() {
        outage.connected();
        outage.forget();
        faults.allow();
        outage.connected();

        later.reversed().forEach(Runnable::run);

        assertThat(outage.available().get()).isTrue();
    }

    @Test
    void what_does_not_come_about_is_told() {
        faults.refuse("Faults are for an operator.");
        outage.simulate(Outage.STALL, 10);
        answer();

        assertThat(troubles).containsExactly("No outage was simulated: Faults are for an operator.");
        assertThat(outage.active().get()).isFalse();
    }

    private void pass(Duration time) {
        now += time.toNanos();
        outage.pulse();
    }

    private void answer() {
        List<Runnable> arrived = List.copyOf(later);
        later.clear();
        arrived.forEach(Runnable::run);
    }
}
