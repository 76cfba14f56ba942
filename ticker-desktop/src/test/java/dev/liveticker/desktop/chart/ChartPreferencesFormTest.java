package dev.liveticker.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.storage.Kept;
import dev.liveticker.desktop.storage.KeptFile;
import dev.liveticker.model.Interval;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartPreferencesFormTest {

    @TempDir
    Path directory;

    private final List<String> problems = new ArrayList<>();

    @Test
    void what_was_chosen_is_kept() {
        ChartPreferences chosen =
                new ChartPreferences(ChartKind.AREA, Interval.ONE_DAY, true, List.of(Some.MSFT, Some.BTC));
        try (Kept<ChartPreferences> kept = open()) {
            kept.change(before -> chosen);
        }

        assertThat(reopened()).isEqualTo(chosen);
        assertThat(problems).isEmpty();
    }

    @Test
    void what_cannot_be_is_replaced_and_said_so_and_the_rest_stands() throws Exception {
        Files.writeString(
                file(), "{\"kind\":\"pie\",\"interval\":\"15m\",\"logarithmic\":7,\"compared\":[\"MSFT\",\"a b\",1]}");

        assertThat(reopened())
                .isEqualTo(
                        new ChartPreferences(ChartKind.CANDLES, Interval.FIFTEEN_MINUTES, false, List.of(Some.MSFT)));
        assertThat(problems)
                .singleElement()
                .asString()
                .contains("kind of chart", "logarithmic scale", "symbols to compare with");
    }

    @Test
    void what_others_keep_in_the_file_stays() throws Exception {
        Files.writeString(file(), "{\"kind\":\"line\",\"indicators\":{\"sma\":20}}");
        try (Kept<ChartPreferences> kept = open()) {
            kept.change(before -> before.withKind(ChartKind.BARS));
        }

        assertThat(Files.readString(file())).contains("\"sma\" : 20", "\"bars\"");
    }

    private ChartPreferences reopened() {
        try (Kept<ChartPreferences> kept = open()) {
            return kept.get();
        }
    }

    private Kept<ChartPreferences> open() {
        return Kept.open(new KeptFile<>(file(), new ChartPreferencesForm(), InstantSource.system()), problems::add);
    }

    private Path file() {
        return directory.resolve("chart.json");
    }
}
