package dev.liveticker.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.message.Acknowledged;
import dev.liveticker.message.AlertSet;
import dev.liveticker.message.Alerts;
import dev.liveticker.message.Failure;
import dev.liveticker.message.Notification;
import dev.liveticker.message.Pong;
import dev.liveticker.message.Welcome;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Alerts and notifications over each transport, byte by byte. */
class AlertTest {

    private static final String SET =
            "[{\"type\":\"setAlert\",\"id\":\"x\",\"symbol\":\"AAPL\",\"condition\":\"crossesAbove\",\"price\":101}]";

    private ScriptedServer server;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedServer.quiet();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void says(String session, String frame) throws IOException {
        try (RawHttp http = new RawHttp(server.server.address())) {
            http.post("/v1/sessions/" + session + "/messages", "application/json", frame.getBytes(UTF_8));
            assertThat(http.head().status()).isEqualTo(202);
        }
    }

    /** Polls until a message of the type comes; the whole answer. */
    private JsonNode polls(String query, String type) throws IOException {
        String target = "/v1/updates?wait=10&" + query;
        for (int i = 0; i < 20; i++) {
            try (RawHttp http = new RawHttp(server.server.address())) {
                http.get(target);
                JsonNode answer =
                        FrameCodec.jsonMapper().readTree(http.response().body());
                for (JsonNode message : answer.get("messages")) {
                    if (message.get("type").asString().equals(type)) {
                        return answer;
                    }
                }
                target = "/v1/updates?wait=10&session=" + answer.get("session").asString() + "&since="
                        + answer.get("next").asString();
            }
        }
        throw new AssertionError("no " + type + " came");
    }

    private static String goOn(JsonNode answer) {
        return "session=" + answer.get("session").asString() + "&since="
                + answer.get("next").asString();
    }

    @Test
    void a_notification_reaches_every_transport_of_the_user_and_an_acknowledgement_counts_for_all() throws Exception {
        try (RawWebSocket json = RawWebSocket.json(server.server.address());
                RawWebSocket cbor = new RawWebSocket(
                        server.server.address(), Encoding.CBOR, "Sec-WebSocket-Protocol: liveticker.v1.cbor");
                RawEvents events = new RawEvents(server.server.address(), "/v1/events")) {
            events.message(Welcome.class);
            JsonNode polled = polls("", "welcome");
            json.send(SET);
            assertThat(json.message(AlertSet.class).alert().active()).isTrue();
            assertThat(cbor.message(AlertSet.class).alert().id()).isEqualTo("x");
            polled = polls(goOn(polled), "alertSet");

            server.market.trade(ScriptedMarket.AAPL, "101.50");

            Notification notification = json.message(Notification.class);
            assertThat(notification.text()).isEqualTo("AAPL at 101.50, above 101");
            assertThat(cbor.message(Notification.class)).isEqualTo(notification);
            assertThat(events.message(Notification.class)).isEqualTo(notification);
            polled = polls(goOn(polled), "notification");

            String session = polled.get("session").asString();
            says(session, "[{\"type\":\"acknowledge\",\"id\":\"" + notification.id() + "\"}]");
            polls(goOn(polled), "acknowledged");
            for (RawWebSocket socket : new RawWebSocket[] {json, cbor}) {
                assertThat(socket.message(Acknowledged.class).id()).isEqualTo(notification.id());
            }
            assertThat(events.message(Acknowledged.class).id()).isEqualTo(notification.id());
        }
    }

    @Test
    void what_waits_is_an_event_of_its_own_name_where_nothing_else_is_in_it() throws Exception {
        try (RawWebSocket socket = RawWebSocket.json(server.server.address())) {
            socket.send(SET);
            socket.message(AlertSet.class);
            server.market.trade(ScriptedMarket.AAPL, "102.00");
            socket.message(Notification.class);
        }
        try (RawEvents events = new RawEvents(server.server.address(), "/v1/events")) {
            RawEvents.Event event = events.next();
            while (!event.data().contains("\"notification\"")) {
                event = events.next();
            }
            boolean alone = !event.data().contains("\"welcome\"");
            assertThat(event.event()).isEqualTo(alone ? "notification" : "");
        }
    }

    @Test
    void what_was_not_acknowledged_comes_again_to_each_new_connection_and_once_to_each() throws Exception {
        try (RawWebSocket first = RawWebSocket.json(server.server.address())) {
            first.send(SET);
            first.message(AlertSet.class);
        }
        server.market.trade(ScriptedMarket.AAPL, "103.00");
        String id;
        try (RawWebSocket second = RawWebSocket.json(server.server.address())) {
            id = second.message(Notification.class).id();
            second.send("[{\"type\":\"listAlerts\",\"id\":\"l\"}]");
            Alerts alerts = second.message(Alerts.class);
            assertThat(alerts.durable()).isFalse();
            assertThat(alerts.alerts())
                    .singleElement()
                    .satisfies(alert -> assertThat(alert.active()).isFalse());
        }
        try (RawWebSocket third = RawWebSocket.json(server.server.address())) {
            assertThat(third.message(Notification.class).id()).isEqualTo(id);
            third.send("[{\"type\":\"acknowledge\",\"id\":\"" + id + "\"}]");
            third.message(Acknowledged.class);
        }
        try (RawWebSocket fourth = RawWebSocket.json(server.server.address())) {
            fourth.send("[{\"type\":\"listAlerts\"},{\"type\":\"ping\",\"clientTime\":1}]");
            fourth.message(Pong.class);
            assertThat(fourth.message(Alerts.class).dropped()).isZero();
            fourth.send("[{\"type\":\"removeAlert\",\"id\":\"\"}]");
            while (true) {
                var message = fourth.message(dev.liveticker.message.ServerMessage.class);
                assertThat(message).isNotInstanceOf(Notification.class);
                if (message instanceof Failure failure) {
                    assertThat(failure.code()).isEqualTo("bad_id");
                    break;
                }
            }
        }
    }

    @Test
    void users_have_their_own_alerts() throws Exception {
        try (GuardedServer guarded = new GuardedServer(false);
                RawWebSocket ana = socket(guarded, "ana");
                RawWebSocket ben = socket(guarded, "ben")) {
            ana.send(SET);
            ana.message(AlertSet.class);
            ben.send("[{\"type\":\"listAlerts\"}]");
            assertThat(ben.message(Alerts.class).alerts()).isEmpty();
            guarded.server.market.trade(ScriptedMarket.AAPL, "103.00");
            Notification notification = ana.message(Notification.class);
            assertThat(notification.user()).isEqualTo("ana");
            ben.send("[{\"type\":\"acknowledge\",\"id\":\"" + notification.id() + "\"}]");
            assertThat(ben.message(Acknowledged.class).id()).isEqualTo(notification.id());
            try (RawWebSocket again = socket(guarded, "ana")) {
                assertThat(again.message(Notification.class)).isEqualTo(notification);
            }
        }
    }

    private static RawWebSocket socket(GuardedServer guarded, String user) throws IOException {
        return new RawWebSocket(
                guarded.server.server.address(), Encoding.JSON, GuardedServer.bearer(guarded.token(user)));
    }
}
