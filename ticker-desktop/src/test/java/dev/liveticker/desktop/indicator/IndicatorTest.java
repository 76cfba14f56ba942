package dev.liveticker.desktop.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class IndicatorTest {

    @Test
    void the_usual_parameters_of_each_are_admitted() {
        for (Indicator indicator : Indicator.values()) {
            assertThat(indicator.problem(indicator.usual()))
                    .as(indicator.name())
                    .isEmpty();
            assertThat(indicator.columns(indicator.usual()))
                    .hasSize(indicator
                            .study(indicator.usual(), TradingDay.of(null))
                            .lines());
        }
    }

    @Test
    void parameters_out_of_range_in_the_wrong_order_or_missing_are_refused_with_a_reason() {
        assertThat(Indicator.SMA.problem(List.of(1.0))).contains("Bars: from 2 to 500");
        assertThat(Indicator.SMA.problem(List.of(501.0))).isPresent();
        assertThat(Indicator.SMA.problem(List.of(Double.NaN))).isPresent();
        assertThat(Indicator.SMA.problem(List.of(2.5))).as("no half bars").isPresent();
        assertThat(Indicator.BOLLINGER.problem(List.of(20.0, 2.5))).isEmpty();
        assertThat(Indicator.MACD.problem(List.of(26.0, 26.0, 9.0))).contains("MACD: fast must be less than slow");
        assertThat(Indicator.MACD.problem(List.of(12.0))).isPresent();
        assertThatThrownBy(() -> Indicator.RSI.study(List.of(0.0), TradingDay.of(null)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void it_is_titled_and_its_columns_are_named_with_its_parameters() {
        assertThat(Indicator.SMA.title(List.of(20.0))).isEqualTo("SMA 20");
        assertThat(Indicator.VWAP.title(List.of())).isEqualTo("VWAP");
        assertThat(Indicator.MACD.columns(List.of(12.0, 26.0, 9.0)))
                .containsExactly("macd_12_26_9", "macd_12_26_9_signal", "macd_12_26_9_histogram");
        assertThat(Indicator.BOLLINGER.columns(List.of(20.0, 2.5)))
                .containsExactly("bollinger_20_2.5_middle", "bollinger_20_2.5_upper", "bollinger_20_2.5_lower");
    }
}
