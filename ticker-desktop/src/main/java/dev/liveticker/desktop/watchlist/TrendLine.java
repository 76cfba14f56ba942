package dev.liveticker.desktop.watchlist;

import javafx.beans.property.ReadOnlyObjectPropertyBase;
import org.jspecify.annotations.Nullable;

/** A row's trend as a cell watches it: always the same one, which says when it changed. */
final class TrendLine extends ReadOnlyObjectPropertyBase<Trend> {

    private final Trend trend;

    TrendLine(Trend trend) {
        this.trend = trend;
    }

    @Override
    public Trend get() {
        return trend;
    }

    void changed() {
        fireValueChangedEvent();
    }

    @Override
    public @Nullable Object getBean() {
        return null;
    }

    @Override
    public String getName() {
        return "";
    }
}
