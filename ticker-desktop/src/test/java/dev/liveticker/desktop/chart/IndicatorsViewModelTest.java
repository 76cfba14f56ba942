package dev.liveticker.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.indicator.Indicator;
import dev.liveticker.desktop.indicator.IndicatorChoices;
import dev.liveticker.desktop.indicator.IndicatorsForm;
import dev.liveticker.desktop.storage.Kept;
import dev.liveticker.desktop.storage.KeptFile;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndicatorsViewModelTest {

    @TempDir
    Path directory;

    private Kept<IndicatorChoices> kept;
    private IndicatorsViewModel model;

    @BeforeEach
    void open() {
        kept = Kept.open(file(), problem -> {});
        model = new IndicatorsViewModel(kept);
    }

    @Test
    void what_is_turned_on_and_changed_is_there_after_a_restart() {
        model.turn(Indicator.RSI, true);
        model.change(Indicator.RSI, 0, 9);
        kept.close();

        IndicatorChoices later = file().load().value();
        assertThat(later.isOn(Indicator.RSI)).isTrue();
        assertThat(later.values(Indicator.RSI)).containsExactly(9.0);
    }

    @Test
    void each_change_is_another_revision_and_none_is_not() {
        long before = model.revision();
        model.turn(Indicator.SMA, true);
        long turned = model.revision();
        model.turn(Indicator.SMA, true);

        assertThat(turned).isNotEqualTo(before);
        assertThat(model.revision()).isEqualTo(turned);
        kept.close();
    }

    @Test
    void a_value_that_cannot_be_is_refused_and_said_so_until_one_that_can() {
        model.change(Indicator.MACD, 0, 40);
        assertThat(model.problem().get()).isEqualTo("MACD: fast must be less than slow");
        assertThat(model.choices().get().values(Indicator.MACD)).containsExactly(12.0, 26.0, 9.0);

        model.change(Indicator.MACD, 0, 8);
        assertThat(model.problem().get()).isEmpty();
        assertThat(model.choices().get().values(Indicator.MACD)).containsExactly(8.0, 26.0, 9.0);
        kept.close();
    }

    @Test
    void the_usual_values_come_back_and_what_is_on_stays_on() {
        model.turn(Indicator.EMA, true);
        model.change(Indicator.EMA, 0, 77);

        model.useUsual();

        assertThat(model.choices().get().values(Indicator.EMA)).containsExactly(20.0);
        assertThat(model.choices().get().isOn(Indicator.EMA)).isTrue();
        kept.close();
    }

    private KeptFile<IndicatorChoices> file() {
        return new KeptFile<>(directory.resolve("indicators.json"), new IndicatorsForm(), InstantSource.system());
    }
}
