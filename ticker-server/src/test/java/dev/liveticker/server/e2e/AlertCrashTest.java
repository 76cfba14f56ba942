package dev.liveticker.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.FeedListener;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.Feeds;
import dev.liveticker.feed.Transport;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.Notification;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.model.Alert;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.cli.CommandProcess;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that is killed on the spot loses no alert and no notification, and repeats none that is done with. */
@Execution(ExecutionMode.CONCURRENT)
class AlertCrashTest {

    private static final Symbol SYMBOL = Symbol.of("BTC-USD");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path data;

    /** What one device of the user hears. */
    private static final class Device implements FeedListener, AutoCloseable {
        private final List<Notification> notifications = new CopyOnWriteArrayList<>();
        private final List<String> acknowledged = new CopyOnWriteArrayList<>();
        private volatile List<Alert> alerts = List.of();
        private volatile boolean listed;
        private final Feeds.Connected connected;

        Device(URI server, Transport transport) {
            connected = Feeds.connect(new FeedSettings(server, transport, false, true), this);
            connected.feed().followAlerts();
        }

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
        public void onAlerts(List<Alert> all) {
            alerts = all;
            listed = true;
        }

        @Override
        public void close() {
            connected.close();
        }
    }

    /** A server in a process of its own. */
    private static final class Server implements AutoCloseable {
        private final Process process;
        private final URI address;

        Server(Path data) throws Exception {
            process = CommandProcess.of("--port", "0", "--symbols", SYMBOL.text(), "--data", data.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            address = CommandProcess.address(process);
        }

        /** SIGKILL: no hook runs, nothing is flushed. */
        void kill() throws InterruptedException {
            process.destroyForcibly();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void a_notification_survives_kill_until_it_is_acknowledged_and_not_longer(Transport transport) throws Exception {
        Notification fired;
        try (Server server = new Server(data);
                Device device = new Device(server.address, transport)) {
            await().atMost(PATIENCE).until(() -> device.listed);
            device.connected.feed().setAlert(alert("never", "crossesAbove", new BigDecimal(100_000_000)));
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
                if (device.notifications.isEmpty()) {
                    surround(device);
                }
                return !device.notifications.isEmpty() && device.alerts.size() == 3;
            });
            device.connected.feed().removeAlert("up");
            device.connected.feed().removeAlert("down");
            await().atMost(PATIENCE).until(() -> device.alerts.size() == 1);
            fired = device.notifications.getFirst();
            server.kill();
        }
        try (Server server = new Server(data);
                Device device = new Device(server.address, transport);
                Device other = new Device(server.address, Transport.WEBSOCKET)) {
            await().atMost(PATIENCE)
                    .until(() -> device.notifications.contains(fired) && other.notifications.contains(fired));
            await().atMost(PATIENCE).until(() -> device.listed);
            assertThat(device.alerts).extracting(Alert::id).containsExactly("never");
            device.notifications.forEach(each -> device.connected.feed().acknowledge(each.id()));
            await().atMost(PATIENCE)
                    .until(() -> device.acknowledged.size() == device.notifications.size()
                            && other.acknowledged.containsAll(device.acknowledged));
            assertThat(device.notifications).doesNotHaveDuplicates();
            server.kill();
        }
        try (Server server = new Server(data);
                Device device = new Device(server.address, transport)) {
            await().atMost(PATIENCE).until(() -> device.listed);
            // A session is told what waits before it is answered.
            assertThat(device.notifications).isEmpty();
        }
    }

    /**
     * No coin moves without touching one of two levels around it; on a slow machine it may have left them behind before
     * they are set, so that they have to be set again.
     */
    private static void surround(Device device) throws Exception {
        BigDecimal last = device.connected
                .data()
                .quotes(List.of(SYMBOL))
                .get(60, TimeUnit.SECONDS)
                .getFirst()
                .quote()
                .last();
        device.connected.feed().setAlert(alert("up", "crossesAbove", last.add(new BigDecimal("0.01"))));
        device.connected.feed().setAlert(alert("down", "crossesBelow", last.subtract(new BigDecimal("0.01"))));
    }

    @Test
    void two_servers_do_not_share_a_directory() throws Exception {
        try (Server server = new Server(data)) {
            assertThat(server.address.getPort()).isPositive();
            Process second =
                    CommandProcess.of("--port", "0", "--data", data.toString()).start();
            assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(second.exitValue()).isEqualTo(1);
            assertThat(second.errorReader().readLine()).contains("another server keeps its data in " + data);
        }
    }

    private static ClientMessage.SetAlert alert(String id, String condition, BigDecimal price) {
        return new ClientMessage.SetAlert(id, SYMBOL, condition, price, null, null, null);
    }
}
