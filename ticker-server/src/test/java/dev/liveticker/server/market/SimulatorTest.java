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
import dev.liveticker.model.TradingStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(180)
class SimulatorTest {

    private static final Instant START = Instant.parse("2026-03-02T14:30:17Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final InstantSource clock = now::get;
    private final List<Listing> listings = Catalogue.builtIn().listings();
    private final List<Listing> few =
            Catalogue.builtIn().select(Set.of(Symbol.of("AAPL"), Symbol.of("^GSPC"), Symbol.of("BTC-USD")));
    private final Simulator simulator = simulator(5, listings, clock);
    private final List<MarketEvent> seen = Collections.synchronizedList(new ArrayList<>());

    /** One that keeps with a clock. */
    private static Simulator simulator(long seed, List<Listing> listings, InstantSource clock) {
        return new Simulator(
                new SimulatedMarket(seed, listings, clock.instant()), new WallTime(clock), Simulator.thread());
    }

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
        Simulator real = simulator(1, listings, InstantSource.system());
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

        assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
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

        Simulator closed = simulator(1, Catalogue.builtIn().select(Set.of(Symbol.of("AAPL"))), clock);
        closed.close();
        assertThatIllegalStateException().isThrownBy(() -> closed.start(seen::addAll));
    }

    /** What it gives, batch by batch, in so many steps. */
    private List<List<MarketEvent>> batches(int steps) {
        SimulatedMarket market = new SimulatedMarket(5, few, START);
        List<List<MarketEvent>> batches = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            List<MarketEvent> batch = market.step();
            if (!batch.isEmpty()) {
                batches.add(batch);
            }
        }
        return batches;
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "1", "7.3", "60", "1000", "max"})
    void a_clock_of_its_own_brings_the_same_batches_at_any_speed_even_over_a_sleep(String text) {
        Speed speed = Speed.parse(text);
        AtomicLong nanos = new AtomicLong();
        ManualScheduler scheduler = new ManualScheduler();
        VirtualTime time = new VirtualTime(speed, START, nanos::get);
        List<List<MarketEvent>> given = new ArrayList<>();
        try (Simulator virtual = new Simulator(new SimulatedMarket(5, few, START), time, scheduler)) {
            virtual.start(batch -> {
                given.add(batch);
                long now = micros(virtual.clock().instant());
                assertThat(batch)
                        .filteredOn(event -> !(event instanceof Status))
                        .allMatch(event -> time(event) <= now && time(event) > now - SimulatedMarket.STEP);
            });
            long pause =
                    speed.isMax() ? 1 : speed.realNanos(Duration.ofMillis(137).toNanos());
            while (micros(virtual.clock().instant()) < micros(START.plusSeconds(8))) {
                nanos.addAndGet(pause);
                scheduler.run();
                if (given.size() == 20) {
                    nanos.addAndGet(Duration.ofHours(8).toNanos());
                }
            }
            int steps = (int) Duration.between(START, virtual.clock().instant()).dividedBy(Duration.ofMillis(50));

            assertThat(given).isEqualTo(batches(steps));
        }
    }

    @Test
    void it_is_asked_as_often_as_its_speed_needs_but_not_without_rest() {
        assertThat(period("0.1")).isEqualTo(Duration.ofMillis(50));
        assertThat(period("1")).isEqualTo(Duration.ofMillis(50));
        assertThat(period("5")).isEqualTo(Duration.ofMillis(10));
        assertThat(period("1000")).isEqualTo(Duration.ofMillis(5));
    }

    private Duration period(String speed) {
        ManualScheduler scheduler = new ManualScheduler();
        VirtualTime time = new VirtualTime(Speed.parse(speed), START, () -> 0);
        try (Simulator virtual = new Simulator(new SimulatedMarket(5, few, START), time, scheduler)) {
            virtual.start(seen::addAll);
            return Duration.ofNanos(scheduler.periodNanos());
        }
    }

    @Test
    void at_most_speed_it_waits_for_whoever_takes_its_events_and_can_be_closed() throws InterruptedException {
        Simulator fast = (Simulator) plan(Speed.MAX, START).open(Map.of());
        CountDownLatch taken = new CountDownLatch(1);
        Semaphore room = new Semaphore(10);
        AtomicInteger batches = new AtomicInteger();
        fast.start(batch -> {
            room.acquireUninterruptibly();
            batches.incrementAndGet();
            taken.countDown();
        });
        assertThat(taken.await(1, TimeUnit.MINUTES)).isTrue();
        await().until(() -> room.availablePermits() == 0 && room.hasQueuedThreads());
        Instant stopped = fast.clock().instant();
        assertThat(batches).hasValue(10);
        assertThat(fast.clock().instant()).isEqualTo(stopped);

        room.release(1_000_000);
        await().until(() -> batches.get() > 100);
        fast.close();

        int then = batches.get();
        fast.close();
        assertThat(batches).hasValue(then);
    }

    private SimulationPlan plan(Speed speed, @Nullable Instant start) {
        return new SimulationPlan(5, listings, SimulationSettings.ROUND_THE_CLOCK, speed, start);
    }

    @Test
    void only_a_market_of_its_own_speed_or_start_has_a_clock_of_its_own() {
        assertThat(plan(Speed.REAL_TIME, null).time(clock)).isInstanceOf(WallTime.class);
        assertThat(plan(Speed.REAL_TIME, null).time(clock).clock()).isSameAs(clock);
        assertThat(plan(new Speed(60), null).time(clock))
                .isInstanceOf(VirtualTime.class)
                .extracting(time -> time.clock().instant())
                .isEqualTo(START);
        Instant past = Instant.parse("2001-09-17T13:30:00Z");
        assertThat(plan(Speed.REAL_TIME, past).time(clock))
                .isInstanceOf(VirtualTime.class)
                .extracting(time -> time.clock().instant())
                .isEqualTo(past);
    }

    @Test
    void a_market_with_a_clock_of_its_own_owes_nothing_to_an_earlier_run() {
        BigDecimal price = new BigDecimal("1000.00");
        Quote left = new Quote(
                Symbol.of("AAPL"),
                0,
                micros(START),
                price,
                BigDecimal.TEN,
                new BigDecimal("1000.01"),
                BigDecimal.TEN,
                price,
                BigDecimal.TEN,
                BigDecimal.TEN,
                price,
                price,
                price,
                price,
                TradingStatus.OPEN);
        try (MarketSource fresh = plan(Speed.REAL_TIME, START).open(Map.of());
                MarketSource again = plan(Speed.REAL_TIME, START).open(Map.of(left.symbol(), left))) {
            assertThat(again.opening()).isEqualTo(fresh.opening());
            try (MarketSource fast = plan(new Speed(60), null).open(Map.of(left.symbol(), left))) {
                assertThat(fast.opening())
                        .extracting(Quote::last)
                        .isEqualTo(fresh.opening().stream().map(Quote::last).toList());
            }
        }
    }

    @Test
    void the_history_of_very_many_instruments_is_shorter() {
        List<Listing> many = Catalogue.synthetic(1, 4_000).listings();
        try (MarketSource market = new SimulationPlan(
                        1, many, SimulationSettings.ROUND_THE_CLOCK, Speed.REAL_TIME, START)
                .open(Map.of())) {
            List<Bar> bars = market.history(many.getFirst().symbol());

            assertThat(bars).hasSize(250);
            assertThat(bars.getLast().close())
                    .isEqualTo(market.opening().getFirst().last());
        }
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
