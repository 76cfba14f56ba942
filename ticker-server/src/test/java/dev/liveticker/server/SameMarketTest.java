package dev.liveticker.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Subscribed;
import dev.liveticker.message.Welcome;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.market.Catalogue;
import dev.liveticker.server.market.MarketSource;
import dev.liveticker.server.market.SimulationPlan;
import dev.liveticker.server.market.SimulationSettings;
import dev.liveticker.server.market.Speed;
import dev.liveticker.server.market.TappedMarket;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real servers, one after the other, with the same seed and start at different speeds. */
@Timeout(180)
class SameMarketTest {

    private static final Set<Symbol> SYMBOLS =
            Set.of(Symbol.of("AAPL"), Symbol.of("MSFT"), Symbol.of("^GSPC"), Symbol.of("BTC-USD"), Symbol.of("SAP.DE"));

    private static final Pattern EVENT = Pattern.compile("\\{\"type\":\"(trade|status|bar)\",[^}]*}");

    private static final String OPEN_BAR = "\"closed\":false";

    private static final Pattern NUMBER = Pattern.compile("\"seq\":\\d+,");

    /** A market that says nothing more after some time of its own, so that two runs of it have the same end. */
    private static final class Ending extends TappedMarket {

        private final Instant end;
        private final CountDownLatch ended;

        private Ending(MarketSource market, Instant end, CountDownLatch ended) {
            super(market);
            this.end = end;
            this.ended = ended;
        }

        @Override
        public void start(Consumer<List<MarketEvent>> listener) {
            market.start(batch -> {
                if (clock().instant().isAfter(end)) {
                    ended.countDown();
                } else {
                    listener.accept(batch);
                }
            });
        }
    }

    /**
     * What a server told of a run: everything lossless, and the bars and trades that it keeps.
     *
     * @param lossless in order
     */
    private record Told(List<String> lossless, List<String> kept) {}

    private static Told run(String speed, Instant start, Instant end) throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        SimulationPlan plan = new SimulationPlan(
                11, Catalogue.builtIn().select(SYMBOLS), SimulationSettings.ROUND_THE_CLOCK, Speed.parse(speed), start);
        ServerOptions options = new ServerOptions(
                "127.0.0.1", 0, last -> new Ending(plan.open(last), end, ended), Duration.ofMillis(200));
        try (TickerServer server = TickerServer.start(options)) {
            assertThat(ended.await(1, TimeUnit.MINUTES)).isTrue();
            return new Told(lossless(server), kept(server));
        }
    }

    private static List<String> lossless(TickerServer server) throws Exception {
        String all = "/v1/events?symbols=*&channels=trades,bars";
        String epoch;
        try (RawEvents events = new RawEvents(server.address(), all)) {
            epoch = events.message(Welcome.class).epoch();
        }
        List<String> told = new ArrayList<>();
        try (RawEvents events = new RawEvents(server.address(), all, "Last-Event-ID: " + epoch + ":0")) {
            boolean resumed = false;
            for (RawEvents.Event event = events.next(); event != null; event = events.next()) {
                if (event.event().equals("heartbeat")) {
                    break;
                }
                resumed |= event.data().contains("\"resumed\":true");
                assertThat(event.data()).doesNotContain("\"type\":\"gap\"");
                EVENT.matcher(event.data())
                        .results()
                        .map(MatchResult::group)
                        .filter(text -> !text.contains(OPEN_BAR))
                        .forEach(told::add);
            }
            assertThat(resumed).isTrue();
        }
        return unnumbered(told);
    }

    private static List<String> kept(TickerServer server) throws IOException {
        List<String> kept = new ArrayList<>();
        for (Symbol symbol : SYMBOLS.stream().sorted().toList()) {
            String query = "symbol=" + symbol.text().replace("^", "%5E") + "&limit=10000";
            for (String path : List.of("/v1/trades?", "/v1/bars?interval=1m&", "/v1/bars?interval=1h&")) {
                try (RawHttp http = new RawHttp(server.address())) {
                    http.get(path + query);
                    kept.add(http.response().body());
                }
            }
        }
        return unnumbered(kept);
    }

    private static List<String> unnumbered(List<String> texts) {
        return texts.stream().map(text -> NUMBER.matcher(text).replaceAll("")).toList();
    }

    @Test
    void the_same_seed_and_start_tell_the_same_at_any_speed_to_the_byte() throws Exception {
        Instant start = Instant.parse("2026-03-06T14:29:57Z");
        Instant end = Instant.parse("2026-03-06T14:30:02Z");
        Told atOne = run("1", start, end);

        assertThat(atOne.lossless())
                .filteredOn(text -> text.contains("\"trade\""))
                .hasSizeGreaterThan(20);
        assertThat(atOne.lossless())
                .filteredOn(text -> text.contains("\"bar\""))
                .hasSizeGreaterThan(3);
        assertThat(run("60", start, end)).isEqualTo(atOne);
        assertThat(run("max", start, end)).isEqualTo(atOne);
    }

    @Test
    void five_minutes_of_it_take_seconds_and_are_the_same_at_most_speed() throws Exception {
        Instant start = Instant.parse("2001-09-17T13:30:00Z");
        Instant end = start.plus(Duration.ofMinutes(5)).plusSeconds(1);
        Told atSixty = run("60", start, end);

        assertThat(atSixty.lossless())
                .filteredOn(text -> text.contains("\"bar\""))
                .hasSizeGreaterThan(20);
        assertThat(run("max", start, end)).isEqualTo(atSixty);
        assertThat(run("max", start.plusSeconds(1), end.plusSeconds(1))).isNotEqualTo(atSixty);
    }

    @Test
    void messages_tell_the_markets_time() throws Exception {
        Instant start = Instant.parse("2001-09-17T13:30:00Z");
        SimulationPlan plan = new SimulationPlan(
                11, Catalogue.builtIn().select(SYMBOLS), SimulationSettings.ROUND_THE_CLOCK, new Speed(60), start);
        ServerOptions options = new ServerOptions("127.0.0.1", 0, plan, Duration.ofSeconds(5));
        try (TickerServer server = TickerServer.start(options);
                RawEvents events = new RawEvents(server.address(), "/v1/events?symbols=AAPL")) {
            long welcomed = events.message(Welcome.class).time();
            events.message(Subscribed.class);
            Quote quote = events.message(Quote.class, next -> next.time() > welcomed);

            long begin = start.getEpochSecond() * 1_000_000;
            long hour = Duration.ofHours(1).toNanos() / 1_000;
            assertThat(welcomed).isBetween(begin, begin + hour);
            assertThat(quote.time()).isBetween(begin, begin + hour);
        }
    }
}
