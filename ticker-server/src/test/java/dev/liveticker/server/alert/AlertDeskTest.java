package dev.liveticker.server.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.message.ClientMessage;
import dev.liveticker.server.access.Principal;
import dev.liveticker.server.hub.Hub;
import dev.liveticker.server.hub.HubSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the desk takes while its disk hangs, or something else does not go as it should. */
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

    /** Cannot save at all. */
    private static final class BrokenStore implements AlertStore {

        private final CountDownLatch tried = new CountDownLatch(1);

        @Override
        public Contents contents() {
            return Contents.NOTHING;
        }

        @Override
        public void save(Changes changes) {
            tried.countDown();
            throw new NoClassDefFoundError("the library for the file");
        }

        @Override
        public boolean durable() {
            return true;
        }

        @Override
        public void close() {}
    }

    private final Market market = new Market();

    private Hub hub() {
        return new Hub(
                HubSettings.defaults("test", true),
                Market.INSTRUMENTS,
                market.opening("100"),
                _ -> List.of(),
                InstantSource.system());
    }

    private AlertDesk shared(Hub hub, RequestRelay relay) {
        return AlertDesk.share(
                hub, AlertSettings.defaults(), Market.INSTRUMENTS, market.opening("100"), "epoch", relay);
    }

    @Test
    void a_request_that_cannot_be_passed_on_takes_no_place_from_later_ones() {
        try (Hub hub = hub();
                AlertDesk desk = shared(hub, request -> {
                    throw new IllegalStateException("no bytes");
                })) {
            for (int i = 0; i <= 20_000; i++) {
                assertThat(desk.asked("session", Principal.local(), REQUEST)).isTrue();
            }
        }
    }

    @Test
    void what_can_be_no_alert_is_not_passed_on() {
        List<AlertRequest> passed = new ArrayList<>();
        try (Hub hub = hub();
                AlertDesk desk = shared(hub, request -> {
                    passed.add(request);
                    return CompletableFuture.completedFuture(null);
                })) {
            for (ClientMessage.Personal bad : List.of(
                    new ClientMessage.RemoveAlert("\ud800"),
                    new ClientMessage.Acknowledge("\udfff"),
                    new ClientMessage.ListAlerts("\ud800"),
                    new ClientMessage.SetAlert("x", Market.AAPL, "\ud800", BigDecimal.TEN, null, null, null),
                    new ClientMessage.SetAlert(
                            "x", Market.AAPL, "crossesAbove", BigDecimal.TEN, null, null, "\ud800"))) {
                assertThat(desk.asked("session", Principal.local(), bad)).isTrue();
            }
            assertThat(desk.asked("session", Principal.local(), REQUEST)).isTrue();
        }
        assertThat(passed).extracting(AlertRequest::wish).containsExactly(REQUEST);
    }

    @Test
    void an_error_while_saving_leaves_the_desk_at_work() throws Exception {
        BrokenStore store = new BrokenStore();
        try (Hub hub = hub();
                AlertDesk desk = AlertDesk.open(
                        hub, AlertSettings.defaults(), Market.INSTRUMENTS, market.opening("100"), store)) {
            assertThat(desk.asked("session", Principal.local(), REQUEST)).isTrue();
            store.tried.await();

            AlertFigures figures = desk.figures().get(60, TimeUnit.SECONDS);

            assertThat(figures.failing()).isTrue();
            assertThat(figures.alerts()).isEqualTo(1);
        }
    }

    @Test
    void a_desk_that_is_closed_says_so_to_who_asks_what_it_knows() {
        try (Hub hub = hub()) {
            AlertDesk desk = shared(hub, request -> CompletableFuture.completedFuture(null));
            assertThat(desk.capture()).succeedsWithin(Duration.ofMinutes(1));
            desk.close();
            assertThat(desk.capture()).isCompletedExceptionally();
        }
    }

    @Test
    void so_many_requests_wait_and_no_more_until_the_disk_goes_on() throws Exception {
        HangingStore store = new HangingStore();
        try (Hub hub = hub()) {
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
