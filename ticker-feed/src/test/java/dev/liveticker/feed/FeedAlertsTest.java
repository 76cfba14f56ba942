package dev.liveticker.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.codec.MalformedFrameException;
import dev.liveticker.feed.link.Link;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.Notification;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.model.Alert;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedAlertsTest {

    private static final ClientMessage.ListAlerts LIST = new ClientMessage.ListAlerts("alerts");
    private static final String NOTIFICATION =
            "{\"type\":\"notification\",\"id\":\"n\",\"user\":\"u\",\"kind\":\"alert\",\"text\":\"t\",\"time\":1}";

    private final ManualLoop loop = new ManualLoop();
    private final List<ClientMessage> sent = new ArrayList<>();
    private final List<Notification> notifications = new ArrayList<>();
    private final List<String> acknowledged = new ArrayList<>();
    private final List<List<Alert>> lists = new ArrayList<>();
    private final FeedListener listener = new FeedListener() {

        @Override
        public void onMessages(List<ServerMessage> messages) {}

        @Override
        public void onState(ConnectionState state) {}

        @Override
        public void onNotification(Notification notification) {
            notifications.add(notification);
        }

        @Override
        public void onAcknowledged(String notification) {
            acknowledged.add(notification);
        }

        @Override
        public void onAlerts(List<Alert> alerts) {
            lists.add(alerts);
        }
    };
    private final FeedAlerts alerts = new FeedAlerts(loop, heard -> heard.accept(listener));
    private final Link link = new Link() {

        @Override
        public void send(List<ClientMessage> frame) {
            sent.addAll(frame);
        }

        @Override
        public void close() {}
    };

    private static ClientMessage.SetAlert set(String id, int price) {
        return new ClientMessage.SetAlert(
                id, Symbol.of("A"), "crossesAbove", BigDecimal.valueOf(price), null, null, null);
    }

    private static String alert(String id, int price, boolean active) {
        return "{\"id\":\"" + id + "\",\"symbol\":\"A\",\"condition\":\"crossesAbove\",\"price\":" + price
                + ",\"repeat\":false,\"active\":" + active + "}";
    }

    private static String alertSet(String id, int price, boolean active) {
        return "{\"type\":\"alertSet\",\"alert\":" + alert(id, price, active) + "}";
    }

    private List<ServerMessage> hears(String... messages) throws MalformedFrameException {
        return alerts.admit(FrameCodec.of(Encoding.JSON)
                .decodeServerFrame(Said.frame(messages).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void what_was_not_answered_is_asked_again_on_the_next_link_and_nothing_else() throws Exception {
        alerts.set(set("a", 1));
        assertThat(sent).isEmpty();
        alerts.linked(link, null);
        alerts.set(set("b", 2));
        alerts.acknowledge("n");
        assertThat(sent).containsExactly(set("a", 1), set("b", 2), new ClientMessage.Acknowledge("n"));
        hears(alertSet("a", 1, true));
        alerts.unlinked();
        alerts.remove("b");
        sent.clear();
        alerts.linked(link, null);
        assertThat(sent).containsExactly(new ClientMessage.Acknowledge("n"), new ClientMessage.RemoveAlert("b"));
        hears("{\"type\":\"acknowledged\",\"id\":\"n\"}", "{\"type\":\"alertRemoved\",\"id\":\"b\"}");
        sent.clear();
        alerts.linked(link, null);
        assertThat(sent).isEmpty();
        assertThat(acknowledged).containsExactly("n");
    }

    @Test
    void the_listener_is_told_the_whole_list_whenever_it_changed_once_it_wants_to_be() throws Exception {
        alerts.linked(link, null);
        hears(alertSet("a", 1, true));
        assertThat(lists).isEmpty();
        alerts.follow();
        assertThat(sent).containsExactly(LIST);
        hears("{\"type\":\"alerts\",\"alerts\":[" + alert("a", 1, true) + "],\"durable\":true}");
        hears(alertSet("b", 2, true));
        hears(alertSet("b", 2, true));
        hears("{\"type\":\"alertRemoved\",\"id\":\"a\"}", alertSet("b", 2, false));
        assertThat(lists).hasSize(3);
        assertThat(lists.getLast()).extracting(Alert::id).containsExactly("b");
        assertThat(lists.getLast().getFirst().active()).isFalse();
        sent.clear();
        alerts.linked(link, null);
        assertThat(sent).containsExactly(LIST);
    }

    @Test
    void a_notification_comes_once_and_is_acknowledged_again_where_the_server_forgot() throws Exception {
        alerts.linked(link, null);
        assertThat(hears(NOTIFICATION)).hasSize(1);
        assertThat(hears(NOTIFICATION)).isEmpty();
        assertThat(notifications).hasSize(1);
        assertThat(sent).isEmpty();
        alerts.acknowledge("n");
        hears("{\"type\":\"acknowledged\",\"id\":\"n\"}");
        sent.clear();
        assertThat(hears(NOTIFICATION)).isEmpty();
        assertThat(sent).containsExactly(new ClientMessage.Acknowledge("n"));
    }

    @Test
    void a_refusal_ends_a_request_unless_it_says_when_to_ask_again() throws Exception {
        alerts.linked(link, null);
        alerts.set(set("a", 1));
        alerts.set(set("b", 1));
        hears(
                "{\"type\":\"error\",\"code\":\"bad_price\",\"message\":\"m\",\"id\":\"a\"}",
                "{\"type\":\"error\",\"code\":\"not_saved\",\"message\":\"m\",\"id\":\"b\",\"retryAfterMillis\":500}");
        sent.clear();
        loop.pass(Duration.ofMillis(499));
        assertThat(sent).isEmpty();
        loop.pass(Duration.ofMillis(1));
        assertThat(sent).containsExactly(set("b", 1));
    }

    @Test
    void refusals_that_come_together_are_answered_by_one_repeat() throws Exception {
        alerts.linked(link, "ana");
        for (int i = 0; i < 50; i++) {
            alerts.set(set("a" + i, 1));
        }
        sent.clear();
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 50; i++) {
                hears("{\"type\":\"error\",\"code\":\"unavailable\",\"message\":\"m\",\"id\":\"a" + i
                        + "\",\"retryAfterMillis\":500}");
            }
            loop.pass(Duration.ofMillis(500));
            assertThat(sent).hasSize(50);
            sent.clear();
        }
    }

    @Test
    void the_list_is_asked_for_again_until_it_comes() throws Exception {
        alerts.linked(link, null);
        alerts.follow();
        sent.clear();
        String later = "{\"type\":\"error\",\"code\":\"unavailable\",\"message\":\"m\",\"id\":\"alerts\","
                + "\"retryAfterMillis\":500}";
        for (int i = 0; i < 2; i++) {
            hears(later);
            loop.pass(Duration.ofMillis(500));
            assertThat(sent).containsExactly(LIST);
            sent.clear();
        }
        hears("{\"type\":\"alerts\",\"alerts\":[],\"durable\":true}", later);
        loop.pass(Duration.ofSeconds(1));
        assertThat(sent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {10_000_000_000_000L, Long.MAX_VALUE})
    void a_wait_without_measure_is_a_day(long millis) throws Exception {
        alerts.linked(link, null);
        alerts.set(set("a", 1));
        hears(unavailable(millis));
        sent.clear();
        loop.pass(Duration.ofDays(1));
        assertThat(sent).containsExactly(set("a", 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void a_wait_of_nothing_is_a_moment_all_the_same(long millis) throws Exception {
        alerts.linked(link, null);
        alerts.set(set("a", 1));
        hears(unavailable(millis));
        sent.clear();
        loop.pass(Duration.ofMillis(99));
        assertThat(sent).isEmpty();
        loop.pass(Duration.ofMillis(1));
        assertThat(sent).containsExactly(set("a", 1));
    }

    private static String unavailable(long retryAfterMillis) {
        return "{\"type\":\"error\",\"code\":\"unavailable\",\"message\":\"m\",\"id\":\"a\",\"retryAfterMillis\":"
                + retryAfterMillis + "}";
    }

    @Test
    void another_user_is_not_made_to_ask_what_the_one_before_asked() throws Exception {
        alerts.linked(link, "ana");
        alerts.set(set("a", 1));
        alerts.unlinked();
        sent.clear();
        alerts.linked(link, "ana");
        assertThat(sent).containsExactly(set("a", 1));

        alerts.unlinked();
        sent.clear();
        alerts.linked(link, "bob");
        assertThat(sent).isEmpty();
        assertThat(hears(NOTIFICATION)).hasSize(1);
    }

    @Test
    void another_server_is_not_asked_what_was_asked_of_the_one_before() {
        alerts.set(set("a", 1));
        alerts.forget();
        alerts.linked(link, null);
        assertThat(sent).isEmpty();
    }
}
