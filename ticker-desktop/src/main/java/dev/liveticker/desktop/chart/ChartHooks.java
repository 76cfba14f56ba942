package dev.liveticker.desktop.chart;

import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What others do for a chart. Called on the FX thread.
 *
 * @param alertAt asked for an alert on a symbol at a price; empty if there are no alerts
 * @param detach opens another window of the same; empty if there can be none
 */
public record ChartHooks(Optional<BiConsumer<Symbol, BigDecimal>> alertAt, Optional<Runnable> detach) {

    public static ChartHooks none() {
        return new ChartHooks(Optional.empty(), Optional.empty());
    }

    public ChartHooks withAlertAt(BiConsumer<Symbol, BigDecimal> newAlertAt) {
        return new ChartHooks(Optional.of(newAlertAt), detach);
    }

    public ChartHooks withDetach(Runnable newDetach) {
        return new ChartHooks(alertAt, Optional.of(newDetach));
    }
}
