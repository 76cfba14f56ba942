package dev.liveticker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.codec.FrameCodec;
import dev.liveticker.message.Bar;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.archive.Retention;
import dev.liveticker.server.market.MarketPlan;
import dev.liveticker.server.market.MarketSource;
import dev.liveticker.server.recording.RecordedMarket;
import dev.liveticker.server.recording.RecordingReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A server that is stopped in order and started again on the same directory. */
class RestartTest {

    @TempDir
    private Path data;

    private final List<Map<Symbol, Quote>> given = new ArrayList<>();

    /** Its market's time lies behind, and must not look old. */
    private ServerOptions options(MarketPlan plan) {
        Map<Interval, Duration> longest = new EnumMap<>(Interval.class);
        for (Interval interval : Interval.values()) {
            longest.put(interval, Duration.ofDays(20_000));
        }
        return new ServerOptions("127.0.0.1", 0, plan, Duration.ofMinutes(1))
                .withData(data)
                .withRetention(new Retention(longest));
    }

    private MarketPlan plan(MarketSource market) {
        return last -> {
            given.add(last);
            return market;
        };
    }

    private static JsonNode body(TickerServer server, String target) throws IOException {
        try (RawHttp http = new RawHttp(server.address())) {
            http.get(target);
            RawHttp.Response answer = http.response();
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            return FrameCodec.jsonMapper().readTree(answer.body());
        }
    }

    private static JsonNode bars(TickerServer server, String interval) throws IOException {
        return body(server, "/v1/bars?symbol=AAPL&interval=" + interval).path("bars");
    }

    private static int trades(TickerServer server) throws IOException {
        return bars(server, "1m")
                .valueStream()
                .toList()
                .getLast()
                .path("trades")
                .asInt();
    }

    @Test
    void bars_and_prices_go_on_where_they_stopped_and_no_past_is_made_up() throws Exception {
        ScriptedMarket first = new ScriptedMarket();
        JsonNode minutes;
        JsonNode days;
        try (TickerServer server = TickerServer.start(options(plan(first)))) {
            first.trade(ScriptedMarket.AAPL, "101.25");
            first.quote(ScriptedMarket.AAPL, "101.25");
            first.trade(ScriptedMarket.AAPL, "99.75");
            await().until(() -> trades(server) == 2);
            minutes = bars(server, "1m");
            days = bars(server, "1d");
        }
        assertThat(given).containsExactly(Map.of());

        ScriptedMarket second = new ScriptedMarket();
        try (TickerServer server = TickerServer.start(options(plan(second)))) {
            assertThat(bars(server, "1m")).isEqualTo(minutes).hasSize(ScriptedMarket.BARS + 1);
            assertThat(bars(server, "1d")).isEqualTo(days);
            second.trade(ScriptedMarket.AAPL, "110");
            await().until(() -> trades(server) == 3);
            JsonNode open = bars(server, "1m").valueStream().toList().getLast();
            assertThat(open.path("open").decimalValue()).isEqualByComparingTo("101.25");
            assertThat(open.path("close").decimalValue()).isEqualByComparingTo("110");
        }
        assertThat(given).hasSize(2);
        assertThat(given.getLast().get(ScriptedMarket.AAPL).last()).isEqualTo(new BigDecimal("101.25"));
        assertThat(given.getLast()).hasSize(4);
    }

    @Test
    void another_market_neither_gets_the_prices_of_the_one_before_nor_mixes_with_its_bars() throws Exception {
        TickerServer.start(options(plan(new ScriptedMarket()))).close();
        given.clear();
        try (TickerServer server = TickerServer.start(options(plan(new ScriptedMarket("OTHER"))))) {
            assertThat(given.getLast()).isEmpty();
            assertThat(bars(server, "1m")).hasSize(ScriptedMarket.BARS);
        }
        TickerServer.start(options(plan(new ScriptedMarket()))).close();
        assertThat(given.getLast()).hasSize(4);
    }

    @Test
    void another_market_can_be_recorded_from_its_start(@TempDir Path folder) throws Exception {
        TickerServer.start(options(plan(new ScriptedMarket()))).close();
        Path file = folder.resolve("other.ltr");
        ScriptedMarket other = new ScriptedMarket("OTHER");
        try (TickerServer server = TickerServer.start(options(RecordedMarket.plan(plan(other), file, "test 1")))) {
            other.trade(ScriptedMarket.AAPL, "101.25");
            await().until(() -> trades(server) == 1);
        }
        try (RecordingReader recording = RecordingReader.open(file)) {
            assertThat(recording.header().source()).isEqualTo("OTHER");
            assertThat(recording.next().events()).hasSize(1);
        }
    }

    @Test
    void a_market_in_the_past_of_what_is_kept_leaves_it_alone() throws Exception {
        ScriptedMarket first = new ScriptedMarket();
        try (TickerServer server = TickerServer.start(options(plan(first)))) {
            first.trade(ScriptedMarket.AAPL, "101.25");
            await().until(() -> trades(server) == 1);
        }
        given.clear();
        try (TickerServer server = TickerServer.start(options(plan(new Earlier(new ScriptedMarket()))))) {
            assertThat(given.getLast()).isEmpty();
            assertThat(bars(server, "1m")).hasSize(ScriptedMarket.BARS);
        }
        try (TickerServer server = TickerServer.start(options(plan(new ScriptedMarket())))) {
            assertThat(bars(server, "1m")).hasSize(ScriptedMarket.BARS + 1);
        }
    }

    /** A market of another time. */
    private record Earlier(MarketSource market) implements MarketSource {

        @Override
        public String name() {
            return market.name();
        }

        @Override
        public boolean simulated() {
            return true;
        }

        @Override
        public InstantSource clock() {
            return InstantSource.fixed(Instant.parse("2025-01-01T00:00:00Z"));
        }

        @Override
        public List<Instrument> instruments() {
            return market.instruments();
        }

        @Override
        public List<Bar> history(Symbol symbol) {
            return market.history(symbol);
        }

        @Override
        public List<Quote> opening() {
            return market.opening();
        }

        @Override
        public void start(Consumer<List<MarketEvent>> listener) {
            market.start(listener);
        }

        @Override
        public void close() {
            market.close();
        }
    }
}
