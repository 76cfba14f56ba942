package dev.liveticker.desktop.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.Some;
import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.Transport;
import dev.liveticker.message.Notification;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertInboxTest {

    private final AlertInbox inbox = new AlertInbox();

    private static Notification notification(int number) {
        return new Notification("n" + number, "local", "alert", null, Some.AAPL, "t", null, number);
    }

    @Test
    void nothing_is_taken_in_between_one_server_and_the_next() {
        inbox.onNotification(notification(1));
        assertThat(inbox.drain().isEmpty()).isTrue();

        inbox.onState(new ConnectionState.Live(Transport.SSE));
        inbox.onNotification(notification(2));
        inbox.forget();
        inbox.onNotification(notification(3));
        inbox.onAlerts(List.of());
        inbox.onAcknowledged("n");
        inbox.onState(new ConnectionState.Connecting(1, Transport.SSE));
        assertThat(inbox.drain().isEmpty()).isTrue();

        inbox.onState(new ConnectionState.Live(Transport.SSE));
        inbox.onNotification(notification(4));
        assertThat(inbox.drain().notifications()).containsExactly(notification(4));
    }

    @Test
    void it_holds_the_newest_of_too_many() {
        inbox.onState(new ConnectionState.Live(Transport.SSE));
        for (int i = 1; i <= AlertInbox.MOST + 5; i++) {
            inbox.onNotification(notification(i));
            inbox.onAcknowledged("n" + i);
        }

        AlertInbox.Delivery delivery = inbox.drain();

        assertThat(delivery.notifications()).hasSize(AlertInbox.MOST).startsWith(notification(6));
        assertThat(delivery.acknowledged())
                .hasSize(AlertInbox.MOST)
                .contains("n1005")
                .doesNotContain("n5");
    }
}
