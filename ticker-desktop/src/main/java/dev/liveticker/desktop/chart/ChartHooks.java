package dev.liveticker.desktop.chart;

import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.control.MenuItem;

/**
 * What others do for a chart. Called on the FX thread.
 *
 * @param alertAt asked for an alert on a symbol at a price; empty if there are no alerts
 * @param detach opens another window of the same; empty if there can be none
 * @param more what else the chart's menu offers, made anew each time it opens
 */
public record ChartHooks(
        Optional<BiConsumer<Symbol, BigDecimal>> alertAt, Optional<Runnable> detach, Supplier<List<MenuItem>> more) {

    public static ChartHooks none() {
        return new ChartHooks(Optional.empty(), Optional.empty(), List::of);
    }

    public ChartHooks withAlertAt(BiConsumer<Symbol, BigDecimal> newAlertAt) {
        return new ChartHooks(Optional.of(newAlertAt), detach, more);
    }

    public ChartHooks withDetach(Runnable newDetach) {
        return new ChartHooks(alertAt, Optional.of(newDetach), more);
    }

    public ChartHooks withMore(Supplier<List<MenuItem>> newMore) {
        return new ChartHooks(alertAt, detach, newMore);
    }
}
