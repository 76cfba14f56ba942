package dev.liveticker.server.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.message.Notification;
import dev.liveticker.model.Alert;
import dev.liveticker.model.AlertCondition;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.data.DataDirectory;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file as the first version wrote it. It never changes: every later version has to read it. */
class AlertsOfVersion1Test {

    private static final Symbol AAPL = new Symbol("AAPL");

    @Test
    void all_of_it_is_read(@TempDir Path directory) throws Exception {
        try (InputStream fixture = AlertsOfVersion1Test.class.getResourceAsStream("alerts-version-1.db")) {
            Files.copy(fixture, directory.resolve(SqliteAlertStore.FILE));
        }
        try (DataDirectory taken = DataDirectory.take(directory);
                SqliteAlertStore store = SqliteAlertStore.open(taken, InstantSource.system())) {
            AlertStore.Contents contents = store.contents();

            assertThat(contents.alerts())
                    .containsExactly(
                            new OwnedAlert(
                                    "ana",
                                    new Alert(
                                            "dip",
                                            AAPL,
                                            AlertCondition.CROSSES_BELOW,
                                            new BigDecimal("180.50"),
                                            null,
                                            false,
                                            "buy some",
                                            false,
                                            1_772_445_600_000_000L)),
                            new OwnedAlert(
                                    "local",
                                    new Alert(
                                            "surge",
                                            new Symbol("BTC-USD"),
                                            AlertCondition.CHANGE_PERCENT_ABOVE,
                                            null,
                                            new BigDecimal("5"),
                                            true,
                                            null,
                                            true,
                                            null)));
            assertThat(contents.notifications())
                    .containsExactly(new KeptNotification(
                            7,
                            new Notification(
                                    "4f1c-1",
                                    "ana",
                                    "alert",
                                    "dip",
                                    AAPL,
                                    "buy some: AAPL at 180.49, below 180.50",
                                    new BigDecimal("180.49"),
                                    1_772_445_600_000_000L)));
            assertThat(contents.references())
                    .isEqualTo(Map.of(AAPL, new Reference(new BigDecimal("180.49"), new BigDecimal("188.46"), null)));
            assertThat(contents.dropped()).isEqualTo(Map.of("ana", 3L));
        }
    }
}
