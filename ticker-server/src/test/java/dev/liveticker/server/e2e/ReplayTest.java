package dev.liveticker.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.Feeds;
import dev.liveticker.feed.Subscription;
import dev.liveticker.feed.Transport;
import dev.liveticker.message.Bar;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Status;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import dev.liveticker.server.ServerOptions;
import dev.liveticker.server.TickerServer;
import dev.liveticker.server.hub.HubSettings;
import dev.liveticker.server.market.MarketPlan;
import dev.liveticker.server.market.MarketSource;
import dev.liveticker.server.market.Speed;
import dev.liveticker.server.market.TappedMarket;
import dev.liveticker.server.recording.RecordedMarket;
import dev.liveticker.server.recording.RecordingReader;
import dev.liveticker.server.recording.RecordingWriter;
import dev.liveticker.server.recording.ReplayedMarket;
import dev.liveticker.server.recording.csv.CsvImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What one server recorded comes out of another, over real sockets. */
@Timeout(180)
class ReplayTest {

    private static final Symbol AAPL = Symbol.of("AAPL");
    private static final Symbol BTC = Symbol.of("BTC-USD");

    @TempDir
    private Path folder;

    /** A market that waits to be let go, so that a client can be there before its first event. */
    private static final class Held extends TappedMarket {
        private Consumer<List<MarketEvent>> listener = events -> {};

        private Held(MarketSource market) {
            super(market);
        }

        void letGo() {
            market.start(listener);
        }

        @Override
        public void start(Consumer<List<MarketEvent>> newListener) {
            listener = newListener;
        }
    }

    private static List<Subscription> everything(Symbol symbol) {
        return List.of(
                Subscription.quotes(symbol),
                Subscription.trades(symbol),
                Subscription.bars(symbol, Interval.ONE_MINUTE));
    }

    /** What a client hears of a recording, from its first event to its end. */
    private static StreamLog replay(Path recording, Symbol symbol) throws IOException {
        StreamLog log = new StreamLog();
        Held market = new Held(
                new ReplayedMarket("test.ltr", RecordingReader.open(recording), Set.of(symbol), Speed.MAX, false));
        try (TickerServer server = TickerServer.start(
                        ServerOptions.embedded(), HubSettings.defaults("test", market.simulated()), market);
                Feeds.Connected client =
                        Feeds.connect(new FeedSettings(server.address(), Transport.WEBSOCKET, true, true), log)) {
            client.feed().subscribe(everything(symbol));
            await().until(() -> log.count(Snapshot.class) == 1);
            market.letGo();
            await().atMost(Duration.ofSeconds(60)).until(() -> log.messages().contains(closed(symbol, log)));
        }
        return log;
    }

    private static Status closed(Symbol symbol, StreamLog log) {
        long seq = log.messages().stream()
                .filter(Status.class::isInstance)
                .mapToLong(message -> ((Status) message).seq())
                .max()
                .orElse(0);
        return new Status(symbol, seq, TradingStatus.CLOSED, "end of the recording");
    }

    private static List<Trade> unnumbered(StreamLog log) {
        return log.messages().stream()
                .filter(Trade.class::isInstance)
                .map(message -> ((Trade) message).numbered(0))
                .toList();
    }

    private static List<Trade> recorded(Path recording, Symbol symbol) throws IOException {
        List<Trade> trades = new ArrayList<>();
        try (RecordingReader reader = RecordingReader.open(recording)) {
            for (var batch = reader.next(); batch != null; batch = reader.next()) {
                batch.events().stream()
                        .filter(Trade.class::isInstance)
                        .map(Trade.class::cast)
                        .filter(trade -> trade.symbol().equals(symbol))
                        .forEach(trades::add);
            }
            assertThat(reader.ending().fault()).isNull();
        }
        return trades;
    }

    @Test
    void what_a_server_published_is_what_a_client_of_the_replay_receives() throws Exception {
        Path file = folder.resolve("day.ltr");
        StreamLog live = new StreamLog();
        MarketPlan plan = RecordedMarket.plan(MarketPlan.simulation(3, List.of(AAPL, BTC)), file, "test 1");
        ServerOptions options = new ServerOptions("127.0.0.1", 0, plan, Duration.ofSeconds(5));
        try (TickerServer server = TickerServer.start(options);
                Feeds.Connected client = Feeds.connect(new FeedSettings(server.address(), null, false, true), live)) {
            client.feed().subscribe(everything(BTC));
            await().atMost(Duration.ofSeconds(60)).until(() -> live.count(Trade.class) >= 5);
        }
        List<Trade> all = recorded(file, BTC);
        assertThat(all).containsAll(unnumbered(live));

        StreamLog replayed = replay(file, BTC);

        assertThat(unnumbered(replayed)).isEqualTo(all);
        replayed.assertInOrderAndNothingTwice();
        replayed.assertEveryTradeCameOnce();
        assertThat(replayed.welcomes()).allMatch(welcome -> welcome.simulated());
    }

    @Test
    void bars_from_a_csv_file_are_served_as_they_stand_in_it() throws Exception {
        Path csv = Files.writeString(folder.resolve("bars.csv"), """
                time,symbol,open,high,low,close,volume
                2026-03-06T14:30:00Z,MINE,10.0,12.5,9.5,11.0,1000
                2026-03-06T14:31:00Z,MINE,11.0,11.5,11.0,11.2,1
                2026-03-06T14:33:00Z,MINE,11.2,11.2,11.2,11.2,0
                """);
        Path file = folder.resolve("bars.ltr");
        Symbol mine = Symbol.of("MINE");
        new CsvImport(List.of(csv), CsvImport.Settings.derived())
                .into(header -> RecordingWriter.create(file, header), "test 1");
        MarketPlan plan =
                last -> new ReplayedMarket("bars.ltr", RecordingReader.open(file), Set.of(), Speed.MAX, false);
        ServerOptions options = new ServerOptions("127.0.0.1", 0, plan, Duration.ofSeconds(5));
        try (TickerServer server = TickerServer.start(options);
                Feeds.Connected client =
                        Feeds.connect(new FeedSettings(server.address(), null, false, true), new StreamLog())) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> client.data()
                                    .quotes(List.of(mine))
                                    .get(60, TimeUnit.SECONDS)
                                    .getFirst()
                                    .status()
                            == TradingStatus.CLOSED);
            List<Bar> bars = client.data().bars(mine, Interval.ONE_MINUTE, 10).get(60, TimeUnit.SECONDS);
            assertThat(bars)
                    .extracting(bar ->
                            bar.open() + " " + bar.high() + " " + bar.low() + " " + bar.close() + " " + bar.volume())
                    .containsExactly("10.0 12.5 9.5 11.0 1000", "11.0 11.5 11.0 11.2 1", "11.2 11.2 11.2 11.2 0");
            Snapshot snapshot = client.data()
                    .quotes(List.of(mine))
                    .get(60, TimeUnit.SECONDS)
                    .getFirst();
            assertThat(snapshot.bid()).isNull();
            assertThat(snapshot.last()).isEqualByComparingTo("11.2");
            assertThat(snapshot.high()).isEqualByComparingTo("12.5");
        }
    }
}
