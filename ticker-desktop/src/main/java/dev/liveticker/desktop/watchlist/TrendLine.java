package dev.liveticker.desktop.watchlist;

/** A row's trend as a cell watches it: always the same one, which says when it changed. */
final class TrendLine extends RowProperty<Trend> {

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
}
