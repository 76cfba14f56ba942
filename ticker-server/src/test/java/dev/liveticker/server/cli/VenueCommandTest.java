package dev.liveticker.server.cli;

import static dev.liveticker.server.cli.CommandProcess.address;
import static dev.liveticker.server.cli.CommandProcess.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.server.cli.CommandProcess.Ended;
import dev.liveticker.server.venue.ScriptedVenue;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command with a real venue, which a local server plays. */
@Timeout(180)
class VenueCommandTest {

    private static final String TOKEN = "c0ffee0c0ffee0c0ffee";

    private final ScriptedVenue venue = new ScriptedVenue();

    @TempDir
    Path directory;

    @AfterEach
    void stop() {
        venue.close();
    }

    private static ProcessBuilder server(Map<String, String> environment, String... arguments) {
        String[] all =
                Stream.concat(Stream.of("--port", "0"), Stream.of(arguments)).toArray(String[]::new);
        ProcessBuilder builder = CommandProcess.of(all);
        builder.environment().putAll(environment);
        return builder;
    }

    private static Ended run(Map<String, String> environment, String... arguments) throws Exception {
        return CommandProcess.run(server(environment, arguments));
    }

    @Test
    void it_serves_what_the_venue_says() throws Exception {
        venue.answering(
                        "/products",
                        "[{\"id\":\"BTC-USD\",\"base_currency\":\"BTC\",\"quote_currency\":\"USD\","
                                + "\"quote_increment\":\"0.01\",\"status\":\"online\"}]")
                .onText((peer, said) -> {
                    peer.say("{\"type\":\"subscriptions\",\"channels\":["
                            + "{\"name\":\"ticker\",\"product_ids\":[\"BTC-USD\"]},"
                            + "{\"name\":\"matches\",\"product_ids\":[\"BTC-USD\"]},"
                            + "{\"name\":\"heartbeat\",\"product_ids\":[\"BTC-USD\"]}]}");
                    peer.say("{\"type\":\"ticker\",\"sequence\":1,\"product_id\":\"BTC-USD\",\"price\":\"61234.56\","
                            + "\"best_bid\":\"61234.55\",\"best_bid_size\":\"1\",\"best_ask\":\"61234.57\","
                            + "\"best_ask_size\":\"1\",\"time\":\"" + Instant.now() + "\",\"last_size\":\"0.25\"}");
                });
        Process process = server(
                        Map.of(),
                        "--source",
                        "coinbase",
                        "--symbols",
                        "btc-usd",
                        "--source-url",
                        venue.address().toString())
                .start();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(get(client, address(process).resolve("/v1/quotes?symbols=BTC-USD")))
                    .contains("\"last\":61234.56", "\"bid\":61234.55")
                    .doesNotContain("previousClose");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void a_venue_that_is_not_reached_ends_with_one_line_and_code_1() throws Exception {
        String address = venue.address().toString();
        venue.close();
        Ended ended = CommandHere.run("--port=0", "--source=coinbase", "--symbols=BTC-USD", "--source-url", address);
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .containsExactly("ticker-server: Coinbase cannot be used: no connection to "
                        + address.substring("http://".length()));
    }

    @Test
    void a_symbol_it_does_not_trade_is_a_bad_option() throws Exception {
        venue.answering("/products", "[]");
        Ended ended = CommandHere.run(
                "--port=0",
                "--source=coinbase",
                "--symbols=FOO-USD",
                "--source-url",
                venue.address().toString());
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).singleElement().asString().contains("Coinbase does not trade FOO-USD");
    }

    @Test
    void a_key_comes_from_the_environment_or_a_file_and_is_shown_to_nobody() throws Exception {
        venue.answering("/api/v1/quote", 401, "{\"error\":\"Invalid API key.\"}");
        Path file = Files.writeString(directory.resolve("key"), "fromthefile12345\n");
        String url = "--source-url=" + venue.address();
        Ended environment = run(Map.of("FINNHUB_API_KEY", TOKEN), "--source=finnhub", "--symbols=AAPL", url);
        assertThat(venue.header("X-Finnhub-Token")).isEqualTo(TOKEN);
        Ended fromFile =
                CommandHere.run("--port=0", "--source=finnhub", "--symbols=AAPL", url, "--key-file", file.toString());
        assertThat(venue.header("X-Finnhub-Token")).isEqualTo("fromthefile12345");
        assertThat(environment.exitCode()).isEqualTo(1);
        assertThat(environment.err())
                .containsExactly("ticker-server: Finnhub cannot be used: it does not let us in (HTTP 401)");
        assertThat(fromFile.err()).isEqualTo(environment.err());
    }

    @ParameterizedTest
    @CsvSource({
        "--source=nasdaq --symbols=AAPL, 'coinbase, kraken, alpaca or finnhub'",
        "--source=coinbase, --symbols",
        "--source=alpaca --symbols=AAPL, APCA_API_KEY_ID and APCA_API_SECRET_KEY",
        "--source=finnhub --symbols=AAPL, FINNHUB_API_KEY",
        "--source=kraken --symbols=BTC-USD --key-file=pom.xml, wants no key",
        "--source=alpaca --symbols=AAPL --key-file=no/such/file, no/such/file",
        "--source=alpaca --symbols=AAPL --key-file=pom.xml --source-url=http://192.0.2.1, https://",
        "--source=kraken --symbols=BTC-USD --source-url=http://localhost/x, --source-url",
        "--source-url=http://localhost, --source",
        "--key-file=pom.xml, --source"
    })
    void options_that_make_no_sense_end_with_one_line_that_says_why(String options, String why) throws Exception {
        Ended ended = CommandHere.run(("--port=0 " + options).split(" "));
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).singleElement().asString().contains(why).doesNotContain("Exception");
    }
}
