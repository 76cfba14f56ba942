package dev.liveticker.desktop.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.storage.JsonForm.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class IndicatorsFormTest {

    private final IndicatorsForm form = new IndicatorsForm();
    private final JsonMapper mapper = new JsonMapper();

    @Test
    void what_is_written_is_read_again() {
        IndicatorChoices choices = IndicatorChoices.none()
                .with(Indicator.SMA, true)
                .with(Indicator.SMA, List.of(50.0))
                .with(Indicator.BOLLINGER, List.of(10.0, 2.5))
                .with(Indicator.MACD, true);
        ObjectNode root = mapper.createObjectNode();

        form.write(choices, root);
        Reading<IndicatorChoices> reading = form.read(root);

        assertThat(reading.value()).isEqualTo(choices);
        assertThat(reading.replaced()).isEmpty();
        assertThat(root.path("sma").toString()).isEqualTo("{\"on\":true,\"period\":50}");
    }

    @Test
    void what_cannot_be_is_replaced_by_the_usual_and_the_rest_stands() {
        ObjectNode root = (ObjectNode) mapper.readTree("""
                {"sma": {"on": true, "period": 0}, "ema": {"on": true, "period": 9}, "rsi": 7,
                 "macd": {"on": true, "fast": 30, "slow": 20}, "bollinger": {"on": "yes"}}""");

        Reading<IndicatorChoices> reading = form.read(root);

        assertThat(reading.replaced()).containsExactly("SMA", "Bollinger", "RSI", "MACD");
        assertThat(reading.value().isOn(Indicator.SMA)).isTrue();
        assertThat(reading.value().values(Indicator.SMA)).containsExactly(20.0);
        assertThat(reading.value().values(Indicator.EMA)).containsExactly(9.0);
        assertThat(reading.value().values(Indicator.MACD)).containsExactly(12.0, 26.0, 9.0);
        assertThat(reading.value().isOn(Indicator.BOLLINGER)).isFalse();
    }

    @Test
    void without_a_file_none_is_on() {
        assertThat(form.read(mapper.createObjectNode()).value()).isEqualTo(form.initial());
        assertThat(form.initial().choices().values()).noneMatch(IndicatorChoices.Choice::on);
    }
}
