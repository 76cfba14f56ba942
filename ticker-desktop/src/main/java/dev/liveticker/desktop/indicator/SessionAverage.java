package dev.liveticker.desktop.indicator;

/**
 * Volume-weighted average price (VWAP) since the trading day began: the sum of typical price times volume, divided by
 * the volume; the typical price of a bar is (high + low + close) / 3. StockCharts' ChartSchool, "Volume-Weighted
 * Average Price". There is none before the day's first trade, nor in a day whose beginning is not among the bars.
 */
final class SessionAverage implements Study {

    private final TradingDay day;
    private final Column turnovers = new Column();
    private final Column volumes = new Column();

    SessionAverage(TradingDay day) {
        this.day = day;
    }

    @Override
    public void reckon(Bars bars, int from) {
        double turnover = from == 0 ? 0 : turnovers.get(from - 1);
        double volume = from == 0 ? 0 : volumes.get(from - 1);
        long ends = from == 0 ? Long.MIN_VALUE : day.endAfter(bars.start(from - 1));
        for (int i = from; i < bars.size(); i++) {
            if (bars.start(i) >= ends) {
                ends = day.endAfter(bars.start(i));
                // Of the first bar one cannot say what was traded before it, unless the day begins with it.
                double before = i > 0 || day.endAfter(bars.start(i) - 1) == bars.start(i) ? 0 : Double.NaN;
                turnover = before;
                volume = before;
            }
            double typical = (bars.high(i) + bars.low(i) + bars.close(i)) / 3;
            turnover += typical * bars.volume(i);
            volume += bars.volume(i);
            turnovers.set(i, turnover);
            volumes.set(i, volume);
        }
    }

    @Override
    public int lines() {
        return 1;
    }

    @Override
    public double value(int line, int index) {
        double volume = volumes.get(index);
        return volume > 0 ? turnovers.get(index) / volume : Double.NaN;
    }
}
