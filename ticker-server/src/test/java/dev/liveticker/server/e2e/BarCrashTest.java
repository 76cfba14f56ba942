package dev.liveticker.server.e2e;

import static dev.liveticker.server.e2e.WanderingServer.SYMBOL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.codec.FrameCodec;
import dev.liveticker.message.Bar;
import dev.liveticker.model.Interval;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A server that is killed on the spot, or stopped, goes on where it was. */
class BarCrashTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long MINUTE = Interval.ONE_MINUTE.micros();

    @TempDir
    private Path data;

    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        http.close();
    }

    private static final class Server implements AutoCloseable {
        private final Process process;
        private final URI address;

        Server(Path data) throws Exception {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            WanderingServer.class.getName(),
                            data.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String line = process.inputReader().readLine();
            if (line == null || !line.startsWith("Listening on ")) {
                process.destroyForcibly();
                throw new IllegalStateException("it said: " + line);
            }
            address = URI.create(line.substring("Listening on ".length()));
        }

        /** SIGKILL: no hook runs, nothing is flushed. */
        void kill() throws InterruptedException {
            process.destroyForcibly();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }

        /** SIGTERM. */
        void stop() throws InterruptedException {
            process.toHandle().destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    private JsonNode get(Server server, String target) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(server.address.resolve(target)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return FrameCodec.jsonMapper().readTree(answer.body());
    }

    /** All there are, a few at a time from the newest back, while more close. */
    private List<Bar> walk(Server server, Interval interval) throws Exception {
        List<Bar> bars = new ArrayList<>();
        String query = "/v1/bars?limit=17&symbol=" + SYMBOL + "&interval=" + interval.code();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = get(server, query + cursor);
            List<Bar> its = new ArrayList<>();
            for (JsonNode bar : page.path("bars")) {
                its.add(FrameCodec.jsonMapper().treeToValue(bar, Bar.class));
            }
            bars.addAll(0, its);
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : null;
        }
        return bars;
    }

    private static List<Bar> closed(List<Bar> bars) {
        return bars.stream().filter(Bar::closed).toList();
    }

    private BigDecimal last(Server server) throws Exception {
        return get(server, "/v1/quotes?symbols=" + SYMBOL)
                .path("quotes")
                .path(0)
                .path("last")
                .decimalValue();
    }

    /** Where the newest minute on the disk begins, seconds since the epoch. */
    private long newestOnDisk() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("bars.sqlite"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT max(start) FROM bar JOIN series ON id = series"
                        + " WHERE symbol = '" + SYMBOL + "' AND interval = '1m'")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private List<Bar> awaitBars(Server server, int atLeast) throws Exception {
        await().atMost(PATIENCE).until(() -> walk(server, Interval.ONE_MINUTE).size() >= atLeast);
        return closed(walk(server, Interval.ONE_MINUTE));
    }

    @Test
    void one_that_is_killed_has_its_bars_and_goes_on_near_its_prices() throws Exception {
        List<Bar> seen;
        BigDecimal lastBefore;
        try (Server server = new Server(data)) {
            seen = awaitBars(server, WanderingServer.MADE_UP_MINUTES + 12);
            await().atMost(PATIENCE)
                    .until(() -> newestOnDisk() * 1_000_000 >= seen.getLast().start());
            lastBefore = last(server);
            server.kill();
        }
        try (Server server = new Server(data)) {
            // A second of this market is a thousand steps of a cent at the very most.
            assertThat(last(server).subtract(lastBefore).abs()).isLessThan(new BigDecimal("20"));
            List<Bar> bars = awaitBars(server, seen.size() + 12);
            goesOn(seen, bars);
            longerBarsAreMadeOfShorterOnes(server);
            server.kill();
        }
        try (Server server = new Server(data)) {
            assertThat(closed(walk(server, Interval.ONE_MINUTE))).containsAll(seen);
        }
    }

    @Test
    void one_that_is_stopped_loses_nothing() throws Exception {
        try (Server server = new Server(data)) {
            awaitBars(server, WanderingServer.MADE_UP_MINUTES + 5);
            List<Bar> seen = walk(server, Interval.ONE_MINUTE);
            server.stop();
            try (Server next = new Server(data)) {
                List<Bar> bars = awaitBars(next, seen.size() + 3);
                Bar open = seen.getLast();
                Bar same = bars.stream()
                        .filter(bar -> bar.start() == open.start())
                        .findFirst()
                        .orElseThrow();
                assertThat(same.trades()).isGreaterThanOrEqualTo(open.trades());
                goesOn(closed(seen), bars);
                longerBarsAreMadeOfShorterOnes(next);
            }
        }
    }

    private static void goesOn(List<Bar> seen, List<Bar> bars) {
        assertThat(bars).containsAll(seen);
        List<Long> gaps = new ArrayList<>();
        for (int i = 1; i < bars.size(); i++) {
            long minutes = (bars.get(i).start() - bars.get(i - 1).start()) / MINUTE;
            assertThat(minutes).as("none twice, none out of order").isPositive();
            if (minutes > 1) {
                gaps.add(minutes);
            }
        }
        assertThat(gaps).as("nothing is made up for the time it was down").hasSize(1);
        assertThat(gaps.getFirst())
                .isBetween(WanderingServer.DOWN.toMinutes() - 1, WanderingServer.DOWN.toMinutes() + 1);
        assertThat(bars.stream().filter(bar -> bar.close().compareTo(WanderingServer.MADE_UP_PRICE) == 0))
                .hasSize(WanderingServer.MADE_UP_MINUTES);
    }

    private void longerBarsAreMadeOfShorterOnes(Server server) throws Exception {
        List<Bar> longer = closed(walk(server, Interval.FIVE_MINUTES));
        Map<Long, Integer> trades = new HashMap<>();
        for (Bar minute : walk(server, Interval.ONE_MINUTE)) {
            trades.merge(Interval.FIVE_MINUTES.startOf(minute.start()), minute.trades(), Integer::sum);
        }
        assertThat(longer).hasSizeGreaterThan(12);
        for (Bar bar : longer) {
            assertThat(bar.trades()).isEqualTo(trades.get(bar.start()));
        }
    }
}
