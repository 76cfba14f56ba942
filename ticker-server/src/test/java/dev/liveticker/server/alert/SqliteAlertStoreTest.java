package dev.liveticker.server.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.Notification;
import dev.liveticker.model.Alert;
import dev.liveticker.model.AlertCondition;
import dev.liveticker.server.access.Principal;
import dev.liveticker.server.data.DataDirectory;
import dev.liveticker.server.hub.Letter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteAlertStoreTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));

    @TempDir
    private Path directory;

    private DataDirectory taken;

    @BeforeEach
    void take() throws IOException {
        taken = DataDirectory.take(directory);
    }

    @AfterEach
    void letGo() {
        taken.close();
    }

    private SqliteAlertStore open() throws IOException {
        return SqliteAlertStore.open(taken, CLOCK);
    }

    private static OwnedAlert alert(String user, String id, String percent) {
        return new OwnedAlert(
                user,
                new Alert(
                        id,
                        Market.AAPL,
                        AlertCondition.CHANGE_PERCENT_BELOW,
                        null,
                        new BigDecimal(percent),
                        true,
                        "naïve 日本 🚀",
                        true,
                        7L));
    }

    private static KeptNotification notification(long ordinal, String id) {
        return new KeptNotification(
                ordinal, new Notification(id, "ana", "alert", "x", Market.AAPL, "text", new BigDecimal("1.2300"), 9));
    }

    private static Changes changes(OwnedAlert alert, KeptNotification notification) {
        Changes changes = new Changes();
        changes.alert(alert);
        changes.notification(notification);
        return changes;
    }

    @Test
    void what_was_saved_is_there_after_opening_again() throws Exception {
        OwnedAlert alert = alert("ana", "x", "-5.0001");
        Reference reference = new Reference(new BigDecimal("0.00000001"), null, new BigDecimal("2.50"));
        try (SqliteAlertStore store = open()) {
            Changes changes = changes(alert, notification(1, "n1"));
            changes.notification(notification(2, "n2"));
            changes.alert(alert("ben", "x", "3"));
            changes.reference(Market.AAPL, reference);
            changes.dropped("ana", 3);
            store.save(changes);
            Changes later = new Changes();
            later.notificationRemoved("n1");
            later.alertRemoved(new AlertKey("ben", "x"));
            store.save(later);
            assertThat(store.durable()).isTrue();
        }
        try (SqliteAlertStore store = open()) {
            AlertStore.Contents contents = store.contents();
            assertThat(contents.alerts()).containsExactly(alert);
            assertThat(contents.notifications()).containsExactly(notification(2, "n2"));
            assertThat(contents.references()).containsOnly(java.util.Map.entry(Market.AAPL, reference));
            assertThat(contents.dropped()).containsOnly(java.util.Map.entry("ana", 3L));
        }
    }

    @Test
    void all_of_a_change_is_saved_or_nothing() throws Exception {
        try (SqliteAlertStore store = open()) {
            store.save(changes(alert("ana", "x", "1"), notification(1, "n")));
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> store.save(changes(alert("ana", "x", "2"), notification(2, "n"))));
            store.save(changes(alert("ana", "y", "3"), notification(3, "m")));
        }
        try (SqliteAlertStore store = open()) {
            assertThat(store.contents().alerts()).containsExactly(alert("ana", "x", "1"), alert("ana", "y", "3"));
            assertThat(store.contents().notifications()).hasSize(2);
        }
    }

    @Test
    void a_damaged_file_is_set_aside_and_a_new_one_begun() throws Exception {
        try (SqliteAlertStore store = open()) {
            store.save(changes(alert("ana", "x", "1"), notification(1, "n")));
        }
        Path file = directory.resolve(SqliteAlertStore.FILE);
        byte[] damaged = Files.readAllBytes(file);
        Arrays.fill(damaged, 0, 100, (byte) 'x');
        Files.write(file, damaged);

        try (SqliteAlertStore store = open()) {
            assertThat(store.contents().alerts()).isEmpty();
            store.save(changes(alert("ana", "x", "1"), notification(1, "n")));
        }
        assertThat(directory.resolve(SqliteAlertStore.FILE + ".damaged-20260102-030405"))
                .hasBinaryContent(damaged);
    }

    @Test
    void a_file_with_damage_inside_or_values_that_cannot_be_is_set_aside_too() throws Exception {
        try (SqliteAlertStore store = open()) {
            for (int i = 0; i < 500; i++) {
                store.save(changes(alert("ana", "x" + i, "1"), notification(i + 1, "n" + i)));
            }
        }
        Path file = directory.resolve(SqliteAlertStore.FILE);
        byte[] damaged = Files.readAllBytes(file);
        Arrays.fill(damaged, damaged.length / 2, damaged.length / 2 + 8_192, (byte) 0xA5);
        Files.write(file, damaged);
        try (SqliteAlertStore store = open()) {
            assertThat(store.contents().alerts()).isEmpty();
            store.save(changes(alert("ana", "x", "1"), notification(1, "n")));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE alert SET level = 'much'");
        }
        try (SqliteAlertStore store = open()) {
            assertThat(store.contents().alerts()).isEmpty();
        }
    }

    @Test
    void a_file_of_a_newer_version_is_left_alone() throws Exception {
        open().close();
        Path file = directory.resolve(SqliteAlertStore.FILE);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }
        assertThatExceptionOfType(IOException.class).isThrownBy(this::open).withMessageContaining("version 99");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).noneMatch(each -> each.toString().contains("damaged"));
        }
    }

    @Test
    void an_alert_fires_for_a_level_passed_while_the_server_was_down_and_waits_from_one_run_to_the_next()
            throws Exception {
        Market market = new Market();
        try (SqliteAlertStore store = open()) {
            AlertCore core = core(market, "100", store, "first");
            core.asked(new AlertRequest(
                    "a",
                    Principal.LOCAL_USER,
                    true,
                    new ClientMessage.SetAlert(
                            "x", Market.AAPL, "crossesBelow", new BigDecimal("95"), null, null, "buy")));
            core.settle(0);
        }
        for (String run : List.of("second", "third")) {
            try (SqliteAlertStore store = open()) {
                AlertCore core = core(market, "90", store, run);
                core.joined("a", "local");
                List<Letter> letters = core.settle(0);
                assertThat(letters).hasSizeBetween(1, 2);
                Notification notification = (Notification) letters.getLast().message();
                assertThat(notification.text()).isEqualTo("buy: AAPL at 90, below 95");
                assertThat(notification.id()).startsWith("second");
            }
        }
    }

    private static AlertCore core(Market market, String price, AlertStore store, String run) {
        return new AlertCore(AlertSettings.defaults(), Market.INSTRUMENTS, market.opening(price), store, run);
    }
}
