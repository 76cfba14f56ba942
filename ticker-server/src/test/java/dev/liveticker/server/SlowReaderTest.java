package dev.liveticker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.codec.Encoding;
import dev.liveticker.message.Gap;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Subscribed;
import dev.liveticker.message.Trade;
import dev.liveticker.server.tls.Certificates;
import dev.liveticker.server.tls.TlsFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that does not read, over real sockets whose buffers fill up. */
class SlowReaderTest {

    private static final int BATCHES = 40;
    private static final int BATCH = 2_000;

    private static final String SUBSCRIBE = "[{\"type\":\"subscribe\",\"channel\":\"trades\",\"symbols\":[\"MSFT\"]}]";

    private interface Reader {

        ServerMessage next() throws Exception;
    }

    @TempDir
    Path folder;

    /** Absent for a server without TLS. */
    private TlsFiles tls(boolean secure) throws IOException {
        return secure ? Certificates.pem(folder, Certificates.selfSigned("ticker")) : null;
    }

    @ParameterizedTest
    @CsvSource({"false, false", "true, false", "false, true", "true, true"})
    void a_pause_costs_no_more_than_an_announced_gap(boolean compressed, boolean secure) throws Exception {
        String[] headers = compressed ? new String[] {"Sec-WebSocket-Extensions: permessage-deflate"} : new String[0];
        try (ScriptedServer server = ScriptedServer.quiet(tls(secure));
                RawWebSocket socket = new RawWebSocket(server.server.address(), Encoding.JSON, headers)) {
            socket.send(SUBSCRIBE);
            socket.message(Subscribed.class);
            flood(server);
            assertThatAllIsToldOf(() -> socket.message(ServerMessage.class));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_pause_of_an_event_stream_costs_no_more_than_an_announced_gap(boolean secure) throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet(tls(secure));
                RawEvents events = new RawEvents(server.server.address(), "/v1/events?symbols=MSFT&channels=trades")) {
            events.message(Subscribed.class);
            flood(server);
            assertThatAllIsToldOf(() -> events.message(ServerMessage.class));
        }
    }

    /** In step with a client that does read, whom the other one must cost nothing. */
    private static void flood(ScriptedServer server) throws Exception {
        try (RawWebSocket healthy = RawWebSocket.json(server.server.address())) {
            healthy.send(SUBSCRIBE);
            healthy.message(Subscribed.class);
            for (int i = 1; i <= BATCHES; i++) {
                long last = (long) i * BATCH;
                server.market.trades(ScriptedMarket.MSFT, BATCH);
                healthy.message(Trade.class, trade -> trade.tradeId() == last);
            }
        }
    }

    /** Every trade up to the last one, or a gap in its place. */
    private static void assertThatAllIsToldOf(Reader reader) throws Exception {
        long last = 0;
        int gaps = 0;
        boolean gap = false;
        while (last < (long) BATCHES * BATCH) {
            switch (reader.next()) {
                case Gap announced -> {
                    assertThat(announced.reason()).isEqualTo("slow_reader");
                    gap = true;
                    gaps++;
                }
                case Trade trade -> {
                    if (gap) {
                        assertThat(trade.tradeId()).isGreaterThan(last);
                    } else {
                        assertThat(trade.tradeId()).isEqualTo(last + 1);
                    }
                    last = trade.tradeId();
                    gap = false;
                }
                case ServerMessage _ -> {
                    // Says nothing of what is lost.
                }
            }
        }
        assertThat(gaps).as("the client was felt to be slow").isPositive();
    }

    @ParameterizedTest
    @CsvSource({"false, false", "true, false", "false, true", "true, true"})
    void a_client_that_stops_reading_is_ended_and_freed(boolean events, boolean secure) throws Exception {
        try (ScriptedServer server = new ScriptedServer(
                        ScriptedServer.options(Duration.ofMinutes(1)).withTls(tls(secure)),
                        10,
                        Duration.ofMillis(300));
                AutoCloseable _ = stopped(server, events)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                server.market.trades(ScriptedMarket.MSFT, BATCH);
                return server.subscribers() == 0;
            });
        }
    }

    private static AutoCloseable stopped(ScriptedServer server, boolean events) throws Exception {
        if (events) {
            RawEvents stream = new RawEvents(server.server.address(), "/v1/events?symbols=MSFT&channels=trades");
            stream.message(Subscribed.class);
            return stream;
        }
        RawWebSocket socket = RawWebSocket.json(server.server.address());
        try {
            socket.send(SUBSCRIBE);
            socket.message(Subscribed.class);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
