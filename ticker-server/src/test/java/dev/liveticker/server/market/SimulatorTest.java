package dev.liveticker.server.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import dev.liveticker.message.Bar;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Status;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Symbol;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SimulatorTest {

    private static final Instant START = Instant.parse("2026-03-02T14:30:17Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final InstantSource clock = now::get;
    private final List<Listing> listings = Catalogue.builtIn().listings();
    private final Simulator simulator = new Simulator(5, listings, clock);
    private final List<MarketEvent> seen = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void it_says_that_it_is_simulated() {
        assertThat(simulator.name()).isEqualTo("SIMULATED");
        assertThat(simulator.simulated()).isTrue();
        assertThat(simulator.instruments()).hasSameSizeAs(listings);
        assertThat(simulator.opening()).hasSameSizeAs(listings);
        assertThat(simulator.history(Symbol.of("AAPL"))).hasSize(1_440);
    }

    @Test
    void it_trades_what_its_seed_says_however_the_clock_stumbles() {
        SimulatedMarket expected = new SimulatedMarket(5, listings, START);
        List<MarketEvent> events = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            events.addAll(expected.step());
        }

        simulator.start(seen::addAll);
        for (int millis : new int[] {49, 50, 800, 803, 2_749, 3_000}) {
            now.set(START.plusMillis(millis));
            long until = START.plusMillis(millis - millis % 50).toEpochMilli() * 1_000;
            long due = events.stream().filter(event -> time(event) <= until).count();
            await().until(() -> seen.size() == due);
        }

        assertThat(seen).isEqualTo(events);
    }

    @Test
    void a_machine_that_slept_does_not_wake_to_a_flood() {
        simulator.start(seen::addAll);
        now.set(START.plus(Duration.ofHours(8)));
        await().until(() -> {
            now.updateAndGet(time -> time.plusMillis(100));
            return !seen.isEmpty();
        });

        long awake = micros(START.plus(Duration.ofHours(8)));
        assertThat(seen).allMatch(event -> time(event) >= awake);
    }

    @Test
    void batches_come_on_the_markets_own_thread() {
        AtomicReference<String> thread = new AtomicReference<>();
        simulator.start(batch -> thread.set(Thread.currentThread().getName()));
        now.set(START.plusMillis(500));

        await().until(() -> "market".equals(thread.get()));
    }

    @Test
    void nothing_comes_once_it_is_closed_and_its_thread_ends() {
        AtomicReference<Thread> thread = new AtomicReference<>();
        AtomicInteger afterwards = new AtomicInteger();
        AtomicReference<Boolean> closed = new AtomicReference<>(false);
        Simulator real = new Simulator(1, listings, InstantSource.system());
        real.start(batch -> {
            thread.set(Thread.currentThread());
            if (closed.get()) {
                afterwards.incrementAndGet();
            }
        });
        await().until(() -> thread.get() != null);

        real.close();
        closed.set(true);
        real.close();

        await().until(() -> !thread.get().isAlive());
        assertThat(afterwards).hasValue(0);
    }

    @Test
    void its_listener_may_close_it() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        simulator.start(batch -> {
            simulator.close();
            done.countDown();
            seen.addAll(batch);
        });
        now.set(START.plusSeconds(2));

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        simulator.close();
        assertThat(seen.stream().map(SimulatorTest::time)).allMatch(time -> time <= micros(START.plusMillis(50)));
    }

    @Test
    void a_listener_that_fails_does_not_stop_the_market() {
        AtomicInteger batches = new AtomicInteger();
        simulator.start(batch -> {
            batches.incrementAndGet();
            throw new IllegalStateException("cannot take it");
        });
        now.set(START.plusSeconds(1));

        await().until(() -> batches.get() > 3);
    }

    @Test
    void it_is_started_once() {
        simulator.start(seen::addAll);
        assertThatIllegalStateException().isThrownBy(() -> simulator.start(seen::addAll));

        Simulator closed = new Simulator(1, Catalogue.builtIn().select(Set.of(Symbol.of("AAPL"))), clock);
        closed.close();
        assertThatIllegalStateException().isThrownBy(() -> closed.start(seen::addAll));
    }

    private static long time(MarketEvent event) {
        return switch (event) {
            case Quote quote -> quote.time();
            case Trade trade -> trade.time();
            case Bar bar -> bar.start();
            case Status status -> 0;
        };
    }

    private static long micros(Instant instant) {
        return instant.toEpochMilli() * 1_000;
    }
}
