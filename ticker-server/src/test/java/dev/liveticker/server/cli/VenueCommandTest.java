package dev.liveticker.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.server.venue.ScriptedVenue;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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

    private static Process start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--port",
                "0"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return builder.start();
    }

    private record Ended(int exitCode, List<String> out, List<String> err) {}

    private static Ended run(Map<String, String> environment, String... arguments) throws Exception {
        Process process = start(environment, arguments);
        try {
            CompletableFuture<List<String>> err = CompletableFuture.supplyAsync(
                    () -> process.errorReader().lines().toList());
            List<String> out = process.inputReader().lines().toList();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
            return new Ended(process.exitValue(), out, err.get(60, TimeUnit.SECONDS));
        } finally {
            process.destroyForcibly();
        }
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
        Process process = start(
                Map.of(),
                "--source",
                "coinbase",
                "--symbols",
                "btc-usd",
                "--source-url",
                venue.address().toString());
        try (HttpClient client = HttpClient.newHttpClient()) {
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            String line = out.readLine();
            assertThat(line)
                    .as(() -> String.join("\n", process.errorReader().lines().toList()))
                    .startsWith("Listening on ");
            URI address = URI.create(line.substring("Listening on ".length()));
            HttpResponse<String> quotes = client.send(
                    HttpRequest.newBuilder(address.resolve("/v1/quotes?symbols=BTC-USD"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(quotes.body())
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
        Ended ended = run(Map.of(), "--source=coinbase", "--symbols=BTC-USD", "--source-url", address);
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .containsExactly("ticker-server: Coinbase cannot be used: no connection to "
                        + address.substring("http://".length()));
    }

    @Test
    void a_symbol_it_does_not_trade_is_a_bad_option() throws Exception {
        venue.answering("/products", "[]");
        Ended ended = run(
                Map.of(),
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
        Ended fromFile = run(Map.of(), "--source=finnhub", "--symbols=AAPL", url, "--key-file", file.toString());
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
        Ended ended = run(Map.of(), options.split(" "));
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).singleElement().asString().contains(why).doesNotContain("Exception");
    }
}
