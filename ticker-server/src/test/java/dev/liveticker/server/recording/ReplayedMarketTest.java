package dev.liveticker.server.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Status;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import dev.liveticker.server.market.Speed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class ReplayedMarketTest {

    @TempDir
    private Path folder;

    private Path file;
    private final List<MarketEvent> seen = Collections.synchronizedList(new ArrayList<>());

    /** Two trades of each symbol within 1.5 s, and 3 s of recording. */
    @BeforeEach
    void record() throws IOException {
        file = folder.resolve("day.ltr");
        try (RecordingWriter writer = RecordingWriter.create(file, Batches.header(Batches.AAPL, Batches.MSFT))) {
            for (int i = 0; i < 4; i++) {
                Symbol symbol = i % 2 == 0 ? Batches.AAPL : Batches.MSFT;
                long after = i * 500_000L;
                long time = Batches.START + after;
                writer.write(new RecordedBatch(
                        time,
                        after,
                        List.of(Batches.trade(symbol, 41 + i / 2, time), Batches.quote(symbol, time, "100.25", null))));
            }
            writer.write(new RecordedBatch(
                    Batches.START + 1_600_000,
                    1_600_000,
                    List.of(new Status(Batches.MSFT, 0, TradingStatus.HALTED, "news"))));
            writer.finish(Batches.START + 2_700_000);
        }
    }

    private ReplayedMarket market(Set<Symbol> symbols, Speed speed, boolean loop) throws IOException {
        return new ReplayedMarket("day.ltr", RecordingReader.open(file), symbols, speed, loop);
    }

    private List<Trade> trades() {
        synchronized (seen) {
            return seen.stream()
                    .filter(Trade.class::isInstance)
                    .map(Trade.class::cast)
                    .toList();
        }
    }

    @Test
    void it_says_what_it_is_and_never_that_its_prices_are_of_now() throws IOException {
        try (ReplayedMarket market = market(Set.of(), Speed.MAX, false)) {
            assertThat(market.name()).isEqualTo("REPLAY day.ltr");
            assertThat(market.simulated()).isTrue();
            assertThat(market.instruments()).extracting(Instrument::symbol).containsExactly(Batches.AAPL, Batches.MSFT);
            assertThat(market.opening()).extracting(Quote::symbol).containsExactly(Batches.AAPL, Batches.MSFT);
            assertThat(market.history(Batches.AAPL)).isEmpty();
            assertThat(micros(market.clock().instant())).isEqualTo(Batches.START);
        }
    }

    @Test
    void played_once_it_gives_what_was_recorded_and_then_closes_every_symbol() throws IOException {
        try (ReplayedMarket market = market(Set.of(), Speed.MAX, false)) {
            market.start(seen::addAll);
            await().until(() -> seen.size() >= 11);

            assertThat(seen.subList(0, 9)).isEqualTo(recorded());
            assertThat(seen.subList(9, seen.size()))
                    .containsExactly(
                            new Status(Batches.AAPL, 0, TradingStatus.CLOSED, "end of the recording"),
                            new Status(Batches.MSFT, 0, TradingStatus.CLOSED, "end of the recording"));
            assertThat(micros(market.clock().instant())).isGreaterThanOrEqualTo(Batches.START + 2_700_000);
        }
    }

    private List<MarketEvent> recorded() throws IOException {
        try (RecordingReader reader = RecordingReader.open(file)) {
            return Batches.read(reader).stream()
                    .flatMap(batch -> batch.events().stream())
                    .toList();
        }
    }

    @Test
    void only_the_symbols_asked_for_are_played() throws IOException {
        try (ReplayedMarket market = market(Set.of(Batches.MSFT), Speed.MAX, false)) {
            market.start(seen::addAll);
            await().until(() -> seen.size() >= 6);

            assertThat(market.instruments()).extracting(Instrument::symbol).containsExactly(Batches.MSFT);
            assertThat(seen).hasSize(6).allMatch(event -> event.symbol().equals(Batches.MSFT));
        }
        try (RecordingReader reader = RecordingReader.open(file)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ReplayedMarket(
                            "day.ltr", reader, Set.of(Symbol.of("ZZZ"), Batches.AAPL), Speed.MAX, false))
                    .withMessage("not in the recording day.ltr: ZZZ");
        }
    }

    @Test
    void in_a_loop_times_and_trade_numbers_go_on_and_each_run_begins_at_the_opening() throws Exception {
        CountDownLatch enough = new CountDownLatch(1);
        ReplayedMarket market = market(Set.of(), Speed.MAX, true);
        market.start(events -> {
            seen.addAll(events);
            if (trades().size() >= 12) {
                enough.countDown();
                market.close();
            }
        });
        assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
        market.close();

        assertThat(trades().stream().filter(trade -> trade.symbol().equals(Batches.AAPL)))
                .extracting(Trade::tradeId)
                .containsExactly(41L, 42L, 43L, 44L, 45L, 46L);
        // 2.7 s, in whole seconds.
        assertThat(trades().stream().filter(trade -> trade.symbol().equals(Batches.AAPL)))
                .extracting(trade -> trade.time() - Batches.START)
                .containsExactly(0L, 1_000_000L, 3_000_000L, 4_000_000L, 6_000_000L, 7_000_000L);
        int second = seen.indexOf(new Status(Batches.MSFT, 0, TradingStatus.HALTED, "news")) + 1;
        assertThat(seen.subList(second, second + 3))
                .containsExactly(
                        Batches.quote(Batches.AAPL, Batches.START + 3_000_000, "100.00", TradingStatus.OPEN),
                        new Status(Batches.MSFT, 0, TradingStatus.OPEN, "the recording begins anew"),
                        Batches.quote(Batches.MSFT, Batches.START + 3_000_000, "100.00", TradingStatus.OPEN));
    }

    @Test
    void batches_come_when_their_time_has_passed_and_the_clock_is_the_recordings() throws IOException {
        AtomicLong nanos = new AtomicLong();
        try (ReplayedMarket market =
                new ReplayedMarket("day.ltr", RecordingReader.open(file), Set.of(), new Speed(10), false, nanos::get)) {
            market.start(seen::addAll);
            await().until(() -> seen.size() == 2);
            nanos.set(Duration.ofMillis(49).toNanos());
            assertThat(micros(market.clock().instant())).isEqualTo(Batches.START + 490_000);
            nanos.set(Duration.ofMillis(50).toNanos());
            await().until(() -> seen.size() == 4);
            nanos.set(Duration.ofMillis(151).toNanos());
            await().until(() -> seen.size() == 8);
            nanos.set(Duration.ofMillis(270).toNanos());
            await().until(() -> seen.size() == 11);
            nanos.set(Duration.ofMillis(1_270).toNanos());
            await().until(() -> micros(market.clock().instant()) == Batches.START + 12_700_000);
        }
    }

    @Test
    void what_is_left_of_a_recording_is_played_and_said_once_to_be_a_part() throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 100));
        CountDownLatch enough = new CountDownLatch(20);
        try (Logged logged = Logged.of(ReplayedMarket.class);
                ReplayedMarket market = market(Set.of(), Speed.MAX, true)) {
            market.start(events -> enough.countDown());
            assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();

            assertThat(logged.events())
                    .singleElement()
                    .satisfies(event -> assertThat(event.getFormattedMessage())
                            .matches(
                                    "day\\.ltr: it is cut off, at byte \\d+; its [1-9] batches before that were played,"
                                            + " up to 2026-03-06T14:30:.*Z"));
        }
    }

    @Test
    void a_recording_of_nothing_ends_at_once_even_in_a_loop() throws IOException {
        Path empty = folder.resolve("empty.ltr");
        Batches.write(empty, Batches.header(Batches.AAPL), List.of());
        try (ReplayedMarket market =
                new ReplayedMarket("empty.ltr", RecordingReader.open(empty), Set.of(), Speed.MAX, true)) {
            market.start(seen::addAll);
            await().until(() -> !seen.isEmpty());
            assertThat(seen).containsExactly(new Status(Batches.AAPL, 0, TradingStatus.CLOSED, "end of the recording"));
        }
    }

    @Test
    void a_listener_that_fails_does_not_end_it() throws IOException {
        try (Logged logged = Logged.of(ReplayedMarket.class);
                ReplayedMarket market = market(Set.of(), Speed.MAX, false)) {
            market.start(events -> {
                seen.addAll(events);
                throw new IllegalStateException("cannot take it");
            });
            await().until(() -> seen.size() == 11);
            assertThat(logged.events()).hasSize(1);
        }
    }

    @Test
    void it_is_started_once_and_not_after_it_was_closed() throws IOException {
        try (ReplayedMarket market = market(Set.of(), Speed.REAL_TIME, false)) {
            market.start(seen::addAll);
            assertThatIllegalStateException().isThrownBy(() -> market.start(seen::addAll));
        }
        ReplayedMarket closed = market(Set.of(), Speed.MAX, false);
        closed.close();
        closed.close();
        assertThatIllegalStateException().isThrownBy(() -> closed.start(seen::addAll));
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
