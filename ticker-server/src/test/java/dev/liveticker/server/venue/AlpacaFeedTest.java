package dev.liveticker.server.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.liveticker.message.Quote;
import dev.liveticker.message.Status;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import dev.liveticker.server.venue.VenueStatistics.Count;
import dev.liveticker.server.venue.alpaca.AlpacaProtocol;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Alpaca over real sockets, played by a server that says what Alpaca documents. */
@Timeout(180)
class AlpacaFeedTest {

    private static final String ID = "PKTESTKEY0000000";
    private static final String SECRET = "s3cr3tS3cr3tS3cr3tS3cr3t";
    private static final VenueKey KEY = VenueKey.read(
            "Alpaca", null, AlpacaProtocol.KEY_VARIABLES, Map.of("APCA_API_KEY_ID", ID, "APCA_API_SECRET_KEY", SECRET));
    private static final Symbol AAPL = Symbol.of("AAPL");

    private final ScriptedVenue venue = new ScriptedVenue();
    private final Watched watched = new Watched();

    @AfterEach
    void stop() {
        watched.close();
        venue.close();
    }

    private AlpacaProtocol protocol() {
        return new AlpacaProtocol(VenueAddress.at(venue.address()), KEY, List.of(AAPL, Symbol.of("BRK.B")));
    }

    /** As Alpaca writes times, to the nanosecond. */
    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ".123456789Z");
    }

    private void decent() {
        venue.answering("/v2/stocks/snapshots?feed=iex&symbols=AAPL%2CBRK.B", """
                        {"AAPL":{"latestTrade":{"t":"%1$s","x":"V","p":189.25,"s":100,"c":["@"],"i":1,"z":"C"},
                          "latestQuote":{"t":"%1$s","ax":"V","ap":189.26,"as":2,"bx":"V","bp":189.24,"bs":3,"c":["R"]},
                          "minuteBar":{},"dailyBar":{"t":"%1$s","o":188.1,"h":190.02,"l":187.55,"c":189.2,"v":1203344,
                          "n":1000,"vw":189.0},"prevDailyBar":{"t":"%1$s","o":1,"h":1,"l":1,"c":188.46,"v":1}},
                         "BRK.B":{"latestTrade":null}}""".formatted(now()))
                .onOpen(peer -> peer.say("[{\"T\":\"success\",\"msg\":\"connected\"}]"))
                .onText((peer, said) -> peer.say(
                        said.contains("\"auth\"")
                                ? "[{\"T\":\"success\",\"msg\":\"authenticated\"}]"
                                : "[{\"T\":\"subscription\",\"trades\":[\"AAPL\",\"BRK.B\"],"
                                        + "\"quotes\":[\"AAPL\",\"BRK.B\"],\"bars\":[],\"dailyBars\":[\"AAPL\",\"BRK.B\"],"
                                        + "\"statuses\":[\"AAPL\",\"BRK.B\"]}]"));
    }

    @Test
    void it_authenticates_subscribes_as_documented_and_streams() throws Exception {
        decent();
        VenueMarket market = watched.open(protocol());
        assertThat(venue.paths()).last().isEqualTo("/v2/iex");
        assertThat(venue.header("APCA-API-KEY-ID")).isEqualTo(ID);
        assertThat(venue.header("APCA-API-SECRET-KEY")).isEqualTo(SECRET);
        assertThat(venue.heard())
                .containsExactly(
                        "{\"action\":\"auth\",\"key\":\"" + ID + "\",\"secret\":\"" + SECRET + "\"}",
                        "{\"action\":\"subscribe\",\"trades\":[\"AAPL\",\"BRK.B\"],\"quotes\":[\"AAPL\",\"BRK.B\"],"
                                + "\"dailyBars\":[\"AAPL\",\"BRK.B\"],\"statuses\":[\"AAPL\",\"BRK.B\"]}");
        Quote opening = market.opening().getFirst();
        assertThat(opening.previousClose()).isEqualByComparingTo("188.46");
        assertThat(opening.open()).isEqualByComparingTo("188.1");
        assertThat(opening.bid()).isEqualByComparingTo("189.24");
        assertThat(market.opening().getLast().last()).as("nothing known").isNull();

        venue.say("[{\"T\":\"q\",\"S\":\"AAPL\",\"bx\":\"V\",\"bp\":189.3,\"bs\":4,\"ax\":\"V\",\"ap\":189.4,\"as\":2,"
                + "\"s\":100,\"c\":[\"R\"],\"z\":\"C\",\"t\":\"" + now() + "\"},"
                + "{\"T\":\"t\",\"i\":96921,\"S\":\"AAPL\",\"x\":\"V\",\"p\":189.4,\"s\":10,\"t\":\"" + now()
                + "\",\"c\":[\"@\",\"I\"],\"z\":\"C\"},"
                + "{\"T\":\"t\",\"i\":96922,\"S\":\"AAPL\",\"x\":\"V\",\"p\":189.3,\"s\":10,\"t\":\"" + now() + "\"},"
                + "{\"T\":\"d\",\"S\":\"AAPL\",\"o\":188.1,\"h\":191,\"l\":187.55,\"c\":189.3,\"v\":1203364,\"t\":\""
                + now() + "\"},{\"T\":\"c\",\"S\":\"AAPL\"}]");

        await().until(() -> watched.of(Trade.class).size() == 2);
        assertThat(watched.of(Trade.class)).extracting(Trade::side).containsExactly(Side.BUY, Side.SELL);
        assertThat(watched.of(Trade.class).getFirst().time() % 1_000_000)
                .as("microseconds")
                .isEqualTo(123_456);
        await().until(() -> "1203364".equals(String.valueOf(watched.newest(AAPL).volume())));
        assertThat(watched.newest(AAPL).high()).isEqualByComparingTo("191");
        assertThat(watched.newest(AAPL).open()).as("unchanged").isNull();
        assertThat(market.statistics().of(Count.IGNORED_MESSAGES)).isEqualTo(1);
    }

    @Test
    void a_halt_and_its_end_are_told() throws Exception {
        decent();
        watched.open(protocol());
        venue.say("[{\"T\":\"s\",\"S\":\"AAPL\",\"sc\":\"H\",\"sm\":\"Trading Halt\",\"rc\":\"T12\","
                + "\"rm\":\"Trading Halted; For information requested by NASDAQ\",\"t\":\"" + now() + "\",\"z\":\"C\"},"
                + "{\"T\":\"s\",\"S\":\"AAPL\",\"sc\":\"T\",\"sm\":\"Trading Resumption\",\"t\":\"" + now() + "\"}]");
        await().until(() -> watched.of(Status.class).size() == 2);
        assertThat(watched.of(Status.class))
                .containsExactly(
                        new Status(
                                AAPL, 0, TradingStatus.HALTED, "Trading Halted; For information requested by NASDAQ"),
                        new Status(AAPL, 0, TradingStatus.OPEN, null));
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid syntax, 60",
        "401, not authenticated, 60",
        "402, auth failed, 60",
        "404, auth timeout, 0",
        "405, symbol limit exceeded, 60",
        "406, connection limit exceeded, 0",
        "407, slow client, 0",
        "409, insufficient subscription, 60",
        "410, invalid subscribe action for this feed, 60",
        "500, internal error, 0"
    })
    void each_documented_error_ends_the_connection_and_a_refusal_is_not_hammered(int code, String text, int wait) {
        ManualTime time = new ManualTime();
        FakeConnector fake = new FakeConnector();
        fake.answer("/v2/stocks/snapshots", "{\"AAPL\":{},\"BRK.B\":{}}");
        VenueMarket market = new VenueMarket(protocol(), fake, time, () -> 0.5);
        var opening = market.begin();
        time.run();
        fake.last().listener.opened(fake.last());
        fake.last().hear("[{\"T\":\"subscription\",\"trades\":[\"AAPL\",\"BRK.B\"],\"quotes\":[\"AAPL\",\"BRK.B\"]}]");
        time.pass(Duration.ofSeconds(3));
        assertThat(opening).isCompleted();

        fake.last().hear("[{\"T\":\"error\",\"code\":" + code + ",\"msg\":\"" + text + "\"}]");
        time.run();

        assertThat(fake.last().aborted).isTrue();
        time.pass(Duration.ofMillis(wait == 0 ? 499 : wait * 1_000 - 1));
        assertThat(fake.lines).hasSize(1);
        time.pass(Duration.ofMillis(1));
        assertThat(fake.lines).hasSize(2);
    }

    @Test
    void being_authenticated_already_is_no_fault() throws Exception {
        decent();
        VenueMarket market = watched.open(protocol());
        venue.say("[{\"T\":\"error\",\"code\":403,\"msg\":\"already authenticated\"}]");
        await().until(() -> market.statistics().of(Count.IGNORED_MESSAGES) == 1);
        assertThat(market.statistics().of(Count.LOSSES)).isZero();
    }

    @Test
    void it_is_pinged_and_a_missing_answer_ends_the_connection() {
        ManualTime time = new ManualTime();
        FakeConnector fake = new FakeConnector();
        fake.answer("/v2/stocks/snapshots", "{\"AAPL\":{},\"BRK.B\":{}}");
        VenueMarket market = new VenueMarket(protocol(), fake, time, () -> 0.5);
        var _ = market.begin();
        time.run();
        FakeConnector.Line line = fake.last();
        line.listener.opened(line);
        line.hear("[{\"T\":\"subscription\",\"trades\":[\"AAPL\",\"BRK.B\"],\"quotes\":[\"AAPL\",\"BRK.B\"]}]");
        for (int i = 0; i < 60; i++) {
            time.pass(Duration.ofSeconds(1));
            line.listener.answered();
            time.run();
        }
        assertThat(line.pings).isBetween(4, 7);
        assertThat(line.aborted).isFalse();
        time.pass(Duration.ofSeconds(40));
        assertThat(line.aborted).isTrue();
    }

    @Test
    void neither_key_nor_secret_is_ever_logged_or_in_an_error() {
        decent();
        venue.onText((peer, said) -> peer.say(
                "[{\"T\":\"error\",\"code\":402,\"msg\":\"auth failed for " + ID + " with " + SECRET + "\"}]"));
        Throwable refused = catchThrowable(() -> watched.open(protocol()));
        assertThat(refused).hasMessage("Alpaca cannot be used: it says \"auth failed for *** with ***\" (402)");
        StringWriter whole = new StringWriter();
        refused.printStackTrace(new PrintWriter(whole, true));
        assertThat(whole + watched.log() + KEY).doesNotContain(ID).doesNotContain(SECRET);
    }

    @Test
    void a_key_that_is_not_let_in_is_said_before_anything_is_streamed() {
        venue.answering("/v2/stocks/snapshots", 403, "{\"message\":\"forbidden.\"}");
        assertThatThrownBy(() -> watched.open(protocol()))
                .hasMessage("Alpaca cannot be used: it does not let us in (HTTP 403)");
        assertThat(venue.heard()).isEmpty();
    }
}
