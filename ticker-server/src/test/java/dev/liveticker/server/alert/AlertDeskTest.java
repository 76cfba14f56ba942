package dev.liveticker.server.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.message.ClientMessage;
import dev.liveticker.server.access.Principal;
import dev.liveticker.server.hub.Hub;
import dev.liveticker.server.hub.HubSettings;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the desk takes while its disk hangs. */
@Timeout(180)
class AlertDeskTest {

    private static final ClientMessage.SetAlert REQUEST =
            new ClientMessage.SetAlert("dip", Market.AAPL, "crossesBelow", new BigDecimal("90"), null, null, null);

    /** Saves nothing until it is let go. */
    private static final class HangingStore implements AlertStore {

        private final CountDownLatch saving = new CountDownLatch(1);
        private final CountDownLatch letGo = new CountDownLatch(1);

        @Override
        public Contents contents() {
            return Contents.NOTHING;
        }

        @Override
        public void save(Changes changes) {
            saving.countDown();
            try {
                letGo.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public boolean durable() {
            return true;
        }

        @Override
        public void close() {}
    }

    @Test
    void so_many_requests_wait_and_no_more_until_the_disk_goes_on() throws Exception {
        HangingStore store = new HangingStore();
        Market market = new Market();
        try (Hub hub = new Hub(
                HubSettings.defaults("test", true),
                Market.INSTRUMENTS,
                market.opening("100"),
                _ -> List.of(),
                InstantSource.system())) {
            AlertDesk desk =
                    AlertDesk.open(hub, AlertSettings.defaults(), Market.INSTRUMENTS, market.opening("100"), store);
            assertThat(desk.asked("session", Principal.local(), REQUEST)).isTrue();
            store.saving.await();
            int taken = 0;
            while (taken < 100_000 && desk.asked("session", Principal.local(), REQUEST)) {
                taken++;
            }
            assertThat(taken).isEqualTo(20_000);
            assertThat(desk.joined("another", "ana")).isFalse();
            store.letGo.countDown();
            await().until(() -> desk.asked("session", Principal.local(), REQUEST));
            desk.close();
        }
    }
}
