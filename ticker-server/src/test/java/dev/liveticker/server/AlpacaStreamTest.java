package dev.liveticker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.codec.FrameCodec;
import dev.liveticker.model.Channel;
import dev.liveticker.model.TradingStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.value.ImmutableValue;
import org.msgpack.value.Value;
import org.msgpack.value.ValueFactory;
import tools.jackson.databind.JsonNode;

/** Alpaca's protocol over real sockets, message by message. */
@Timeout(180)
class AlpacaStreamTest {

    private static final String TARGET = "/alpaca/v2/iex";
    private static final String AUTH = "{\"action\":\"auth\",\"key\":\"k\",\"secret\":\"%s\"}";

    /** One client that speaks JSON. */
    private static final class Client implements AutoCloseable {

        final RawWebSocket socket;
        private final Deque<JsonNode> waiting = new ArrayDeque<>();

        Client(ScriptedServer server, String... headers) throws IOException {
            this(RawWebSocket.at(server.server.address(), TARGET, headers));
        }

        Client(RawWebSocket socket) {
            this.socket = socket;
        }

        static Client authenticated(ScriptedServer server) throws IOException {
            Client client = new Client(server);
            client.say(AUTH.formatted("s"));
            assertThat(client.next("success").path("msg").asString()).isEqualTo("connected");
            assertThat(client.next("success").path("msg").asString()).isEqualTo("authenticated");
            return client;
        }

        void say(String message) throws IOException {
            socket.send(message);
        }

        /** The next message. */
        JsonNode next() throws IOException {
            while (waiting.isEmpty()) {
                JsonNode array = FrameCodec.jsonMapper()
                        .readTree(socket.next(RawWebSocket.TEXT).bytes());
                assertThat(array.isArray()).isTrue();
                array.forEach(waiting::add);
            }
            return waiting.poll();
        }

        /** The next message of a type; those before it are let go. */
        JsonNode next(String type) throws IOException {
            JsonNode message = next();
            while (!message.path("T").asString().equals(type)) {
                message = next();
            }
            return message;
        }

        int error() throws IOException {
            return next("error").path("code").asInt();
        }

        int closeCode() throws IOException {
            return socket.next(RawWebSocket.CLOSE).closeCode();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void a_client_is_greeted_authenticates_subscribes_and_is_sent_what_it_asked_for() throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet();
                Client client = Client.authenticated(server)) {
            client.say("{\"action\":\"subscribe\",\"trades\":[\"aapl\",\"NOPE\"],\"quotes\":[\"AAPL\",\"MSFT\"]}");
            JsonNode subscription = client.next();
            assertThat(subscription)
                    .hasToString("{\"T\":\"subscription\",\"trades\":[\"AAPL\"],\"quotes\":[\"AAPL\",\"MSFT\"],"
                            + "\"bars\":[],\"updatedBars\":[],\"dailyBars\":[],\"statuses\":[]}");

            JsonNode quote = client.next();
            assertThat(quote)
                    .hasToString("{\"T\":\"q\",\"S\":\"AAPL\",\"bx\":\"V\",\"bp\":100.0,\"bs\":1,\"ax\":\"V\","
                            + "\"ap\":100.0,\"as\":1,\"t\":\"2026-01-05T12:00:00Z\",\"c\":[\"R\"],\"z\":\"C\"}");
            assertThat(client.next("q").path("S").asString()).isEqualTo("MSFT");

            server.market.trade(ScriptedMarket.AAPL, "101.50");
            assertThat(client.next())
                    .hasToString("{\"T\":\"t\",\"S\":\"AAPL\",\"i\":1,\"x\":\"V\",\"p\":101.5,\"s\":1,"
                            + "\"t\":\"2026-01-05T12:00:00.001Z\",\"c\":[\"@\"],\"z\":\"C\"}");

            client.say("{\"action\":\"unsubscribe\",\"quotes\":[\"AAPL\"]}");
            assertThat(client.next("subscription").path("quotes")).hasToString("[\"MSFT\"]");
            server.market.quote(ScriptedMarket.AAPL, "102.00");
            server.market.quote(ScriptedMarket.MSFT, "103.00");
            assertThat(client.next("q").path("S").asString()).isEqualTo("MSFT");
            assertThat(server.subscribers()).isEqualTo(1);
        }
    }

    @Test
    void the_place_is_free_once_the_client_is_gone() throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet()) {
            try (Client client = Client.authenticated(server)) {
                assertThat(server.subscribers()).isEqualTo(1);
                assertThat(client.socket.answer.status()).isEqualTo(101);
            }
            await().until(() -> server.subscribers() == 0);
        }
    }

    @Test
    void minutes_come_when_they_are_over_and_days_as_they_go() throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet();
                Client client = Client.authenticated(server)) {
            client.say(
                    "{\"action\":\"subscribe\",\"bars\":[\"*\"],\"dailyBars\":[\"AAPL\"],\"updatedBars\":[\"AAPL\"]}");
            JsonNode subscription = client.next();
            assertThat(subscription.path("bars")).hasToString("[\"*\"]");
            assertThat(subscription.path("dailyBars")).hasToString("[\"AAPL\"]");
            assertThat(subscription.path("updatedBars")).hasToString("[\"AAPL\"]");

            server.market.trade(ScriptedMarket.AAPL, "110.00");
            server.market.trade(ScriptedMarket.AAPL, "90.00");
            server.market.skip(Duration.ofMinutes(1));
            server.market.trade(ScriptedMarket.AAPL, "95.00");
            assertThat(client.next("b"))
                    .hasToString("{\"T\":\"b\",\"S\":\"AAPL\",\"o\":110.0,\"h\":110.0,\"l\":90.0,\"c\":90.0,"
                            + "\"v\":2,\"t\":\"2026-01-05T12:00:00Z\",\"n\":2}");
            server.market.skip(Duration.ofDays(1));
            server.market.trade(ScriptedMarket.AAPL, "96.00");
            assertThat(client.next("d").path("S").asString()).isEqualTo("AAPL");
        }
    }

    @Test
    void status_is_told_to_those_alone_who_asked_for_it() throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet();
                Client none = Client.authenticated(server);
                Client some = Client.authenticated(server);
                Client all = Client.authenticated(server)) {
            none.say("{\"action\":\"subscribe\",\"trades\":[\"AAPL\",\"MSFT\"]}");
            some.say("{\"action\":\"subscribe\",\"trades\":[\"AAPL\",\"MSFT\"],\"statuses\":[\"MSFT\"]}");
            all.say("{\"action\":\"subscribe\",\"trades\":[\"AAPL\",\"MSFT\"],\"statuses\":[\"*\"]}");
            none.next("subscription");
            some.next("subscription");
            all.next("subscription");

            server.market.status(ScriptedMarket.AAPL, TradingStatus.HALTED, "news");
            server.market.status(ScriptedMarket.MSFT, TradingStatus.HALTED, "news");
            server.market.status(ScriptedMarket.MSFT, TradingStatus.OPEN, "over");
            server.market.trade(ScriptedMarket.MSFT, "1.00");

            assertThat(none.next().path("T").asString()).isEqualTo("t");
            JsonNode halted = some.next();
            assertThat(halted.path("S").asString()).isEqualTo("MSFT");
            assertThat(halted.path("sc").asString()).isEqualTo("H");
            assertThat(halted.path("rm").asString()).isEqualTo("news");
            assertThat(some.next().path("sc").asString()).isEqualTo("T");
            assertThat(some.next().path("T").asString()).isEqualTo("t");
            assertThat(all.next().path("S").asString()).isEqualTo("AAPL");
        }
    }

    @Test
    void message_pack_is_spoken_to_whoever_asks_for_it_in_the_handshake() throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet();
                RawWebSocket socket =
                        RawWebSocket.at(server.server.address(), TARGET, "Content-Type: application/msgpack")) {
            assertThat(packed(socket)).hasToString("[{\"T\":\"success\",\"msg\":\"connected\"}]");
            try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
                packer.packMapHeader(3);
                packer.packString("action").packString("auth");
                packer.packString("key").packString("k");
                packer.packString("secret").packString("s");
                socket.send(RawWebSocket.BINARY, packer.toByteArray());
            }
            assertThat(packed(socket)).hasToString("[{\"T\":\"success\",\"msg\":\"authenticated\"}]");
            try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
                packer.packMapHeader(2);
                packer.packString("action").packString("subscribe");
                packer.packString("trades").packArrayHeader(1).packString("AAPL");
                socket.send(RawWebSocket.BINARY, packer.toByteArray());
            }
            packed(socket);
            server.market.trade(ScriptedMarket.AAPL, "101.50");
            Value trade = packed(socket).asArrayValue().get(0);
            assertThat(field(trade, "p").asFloatValue().toDouble()).isEqualTo(101.5);
            assertThat(field(trade, "s").asIntegerValue().toInt()).isEqualTo(1);
            assertThat(field(trade, "t").asTimestampValue().toInstant()).hasToString("2026-01-05T12:00:00.001Z");
            assertThat(field(trade, "c")).hasToString("[\"@\"]");
        }
    }

    private static ImmutableValue packed(RawWebSocket socket) throws IOException {
        try (MessageUnpacker in =
                MessagePack.newDefaultUnpacker(socket.next(RawWebSocket.BINARY).bytes())) {
            return in.unpackValue();
        }
    }

    private static Value field(Value map, String name) {
        return map.asMapValue().map().get(ValueFactory.newString(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "7",
                "{}",
                "{\"action\":7}",
                "{\"action\":\"dance\"}",
                "{\"action\":\"auth\",\"key\":\"k\"}",
                "{\"action\":\"subscribe\",\"trades\":[7]}"
            })
    void what_is_no_request_is_told_and_the_connection_stays(String message) throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet();
                Client client = new Client(server)) {
            client.say(message);
            assertThat(client.error()).isEqualTo(400);
            client.say(AUTH.formatted("s"));
            assertThat(client.next("success").path("msg").asString()).isEqualTo("authenticated");
            client.say(message);
            assertThat(client.error()).isEqualTo(400);
        }
    }

    @Test
    void what_comes_out_of_order_or_is_not_there_has_a_code_of_its_own() throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet();
                Client client = new Client(server)) {
            client.say("{\"action\":\"subscribe\",\"trades\":[\"AAPL\"]}");
            assertThat(client.error()).isEqualTo(401);
            client.say(AUTH.formatted("s"));
            client.say(AUTH.formatted("s"));
            assertThat(client.error()).isEqualTo(403);
            client.say("{\"action\":\"subscribe\",\"trades\":[\"AAPL\"],\"lulds\":[\"AAPL\"]}");
            assertThat(client.error()).isEqualTo(410);
            client.say("{\"action\":\"subscribe\"}");
            assertThat(client.next("subscription").path("trades")).isEmpty();
        }
    }

    @Test
    void what_a_client_is_subscribed_to_is_stated_once_for_all_that_it_asked_while_it_did_not_read() throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet();
                Client client = Client.authenticated(server);
                RawHttp http = new RawHttp(server.server.address())) {
            for (int i = 0; i < 3; i++) {
                client.say("{\"action\":\"subscribe\",\"updatedBars\":[" + madeUp(i) + "]}");
            }
            int asked = 600;
            client.socket.flood(asked, "{\"action\":\"subscribe\"}");
            client.say("{\"action\":\"subscribe\",\"trades\":[\"AAPL\"]}");
            // All of it is heard, and what fits into sockets is on its way.
            await().until(() -> {
                http.get("/metrics");
                return Exposition.parse(http.response().body()).value("live_ticker_subscriptions", "channel", "trades")
                        == 1;
            });

            int stated = 0;
            JsonNode subscription;
            do {
                subscription = client.next("subscription");
                stated++;
            } while (subscription.path("trades").isEmpty());
            assertThat(stated).isLessThan(asked / 2);
            assertThat(subscription.path("updatedBars")).hasSize(5_000);
        }
    }

    /** As long as symbols can be. */
    private static String madeUp(int i) {
        return IntStream.range(i * 2_000, (i + 1) * 2_000)
                .mapToObj(n -> "\"" + ("A".repeat(19) + (10_000 + n)) + "\"")
                .collect(Collectors.joining(","));
    }

    @Test
    void json_may_come_in_binary_messages_too() throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet();
                Client client = new Client(server)) {
            client.socket.send(RawWebSocket.BINARY, AUTH.formatted("s").getBytes(StandardCharsets.UTF_8));
            client.next("success");
            assertThat(client.next("success").path("msg").asString()).isEqualTo("authenticated");
        }
    }

    @Test
    void the_secret_is_a_token_where_tokens_are_asked_for() throws Exception {
        try (GuardedServer server = new GuardedServer(false);
                Client right = new Client(server.server);
                Client wrong = new Client(server.server);
                Client bearer = new Client(server.server, GuardedServer.bearer(server.token("ana")))) {
            right.say(AUTH.formatted(server.token("ana")));
            right.next("success");
            assertThat(right.next("success").path("msg").asString()).isEqualTo("authenticated");
            wrong.say(AUTH.formatted("wrong"));
            assertThat(wrong.error()).isEqualTo(402);
            assertThat(wrong.closeCode()).isEqualTo(4401);
            assertThat(server.log)
                    .anyMatch(line -> line.startsWith("refused ")
                            && line.contains("code=\"invalid_token\"")
                            && line.contains("address=\"127.0.0.1\""));
            bearer.next("success");
            assertThat(bearer.next("success").path("msg").asString()).isEqualTo("authenticated");
            assertThat(server.log).noneMatch(line -> line.contains("eyJ"));
        }
    }

    @Test
    void key_and_secret_may_come_in_the_handshakes_headers() throws Exception {
        try (GuardedServer server = new GuardedServer(false);
                Client right =
                        new Client(server.server, "APCA-API-KEY-ID: k", "APCA-API-SECRET-KEY: " + server.token("ana"));
                Client wrong = new Client(server.server, "APCA-API-KEY-ID: k", "APCA-API-SECRET-KEY: wrong")) {
            assertThat(right.next().path("msg").asString()).isEqualTo("connected");
            assertThat(right.next().path("msg").asString()).isEqualTo("authenticated");
            assertThat(wrong.next().path("msg").asString()).isEqualTo("connected");
            assertThat(wrong.error()).isEqualTo(402);
            assertThat(wrong.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void what_the_token_does_not_allow_is_told() throws Exception {
        try (GuardedServer server = new GuardedServer(false);
                Client client = new Client(server.server)) {
            String token = server.token("ana", Duration.ofHours(1), EnumSet.of(Channel.QUOTES), "AAPL");
            client.say(AUTH.formatted(token));
            client.say("{\"action\":\"subscribe\",\"trades\":[\"AAPL\"],\"quotes\":[\"AAPL\",\"MSFT\"]}");
            assertThat(client.error()).isEqualTo(409);
            JsonNode subscription = client.next("subscription");
            assertThat(subscription.path("quotes")).hasToString("[\"AAPL\"]");
            assertThat(subscription.path("trades")).isEmpty();
        }
    }

    @Test
    void when_the_token_runs_out_the_connection_ends() throws Exception {
        try (GuardedServer server = new GuardedServer(false);
                Client client = new Client(server.server)) {
            client.say(AUTH.formatted(server.token("ana", GuardedServer.BRIEF, EnumSet.allOf(Channel.class), "*")));
            assertThat(client.error()).isEqualTo(401);
            RawWebSocket.Received last = client.socket.next();
            assertThat(last.opcode()).as("said once").isEqualTo(RawWebSocket.CLOSE);
            assertThat(last.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void one_more_than_there_is_room_for_is_told_so() throws Exception {
        try (ScriptedServer server = new ScriptedServer(Duration.ofMinutes(1), 1);
                Client first = Client.authenticated(server);
                Client second = new Client(server)) {
            assertThat(first.socket.answer.status()).isEqualTo(101);
            second.say(AUTH.formatted("s"));
            assertThat(second.error()).isEqualTo(406);
            assertThat(second.closeCode()).isEqualTo(1013);
        }
    }

    @Test
    void whoever_says_too_much_is_told_so_and_in_the_end_has_to_go() throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet();
                Client client = Client.authenticated(server)) {
            client.socket.flood(1_500, "{\"action\":\"unsubscribe\",\"trades\":[]}");
            assertThat(client.error()).isEqualTo(406);
            assertThat(client.closeCode()).isEqualTo(4429);
        }
    }

    @ParameterizedTest
    @CsvSource({"false, 1009", "true, 1009"})
    void what_is_too_large_ends_the_connection(boolean binary, int code) throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet();
                Client client = new Client(server)) {
            client.socket.send(binary ? RawWebSocket.BINARY : RawWebSocket.TEXT, new byte[70_000]);
            assertThat(client.closeCode()).isEqualTo(code);
        }
    }

    @Test
    void programs_that_are_given_a_host_alone_find_it_too() throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet();
                Client client = new Client(RawWebSocket.at(server.server.address(), "/v2/iex"))) {
            assertThat(client.next().path("msg").asString()).isEqualTo("connected");
        }
    }

    @Test
    void foreign_pages_are_refused_and_requests_that_are_no_handshake_too() throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet();
                Client foreign = new Client(server, "Origin: https://evil.example");
                RawHttp http = new RawHttp(server.server.address())) {
            assertThat(foreign.socket.answer.status()).isEqualTo(403);
            http.get(TARGET);
            assertThat(http.response().status()).isEqualTo(426);
        }
    }
}
