package dev.liveticker.desktop.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The studies that are on, reckoned over one series of bars, and again only where it changed. For one thread. */
public final class Reckoning {

    private final SeenBars seen = new SeenBars();
    private List<Plot> plots = List.of();
    private List<Plot> unreckoned = List.of();
    private int size;

    /** An indicator with its parameters, and the values that come of them. */
    public record Plot(Indicator indicator, List<Double> parameters, TradingDay day, Study study) {

        /** Such as {@code SMA 20}. */
        public String title() {
            return indicator.title(parameters);
        }

        private boolean isOf(Indicator wanted, List<Double> values, TradingDay trading) {
            return indicator == wanted && parameters.equals(values) && day.equals(trading);
        }
    }

    /**
     * Has the chosen studies, as of the next update.
     *
     * @param intraday whether the bars are shorter than a day; an average over a day makes no sense with others
     */
    public void choose(IndicatorChoices choices, TradingDay day, boolean intraday) {
        List<Plot> chosen = new ArrayList<>();
        List<Plot> fresh = new ArrayList<>();
        for (Indicator indicator : Indicator.values()) {
            if (choices.isOn(indicator) && (intraday || indicator != Indicator.VWAP)) {
                List<Double> values = choices.values(indicator);
                Optional<Plot> known = plots.stream()
                        .filter(plot -> plot.isOf(indicator, values, day))
                        .findFirst();
                Plot plot = known.orElseGet(() -> new Plot(indicator, values, day, indicator.study(values, day)));
                chosen.add(plot);
                if (known.isEmpty() || unreckoned.contains(plot)) {
                    fresh.add(plot);
                }
            }
        }
        plots = List.copyOf(chosen);
        unreckoned = fresh;
        if (!fresh.isEmpty()) {
            size = 0;
        }
    }

    /**
     * Takes in what changed: in constant time, or that of a window, while only the newest bar changes and the bars say
     * so ({@link SettledBars}); else they are compared one by one.
     */
    public void update(Bars bars) {
        int changed = seen.take(bars);
        size = bars.size();
        for (Plot plot : plots) {
            plot.study().reckon(bars, unreckoned.contains(plot) ? 0 : changed);
        }
        unreckoned = List.of();
    }

    /** What is on, in the order of {@link Indicator}; to be read at bars below {@link #size}. */
    public List<Plot> plots() {
        return plots;
    }

    /** How many bars were reckoned. */
    public int size() {
        return size;
    }
}
