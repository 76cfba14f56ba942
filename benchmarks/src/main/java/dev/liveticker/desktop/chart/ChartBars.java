package dev.liveticker.desktop.chart;

import org.jspecify.annotations.NullMarked;

/**
 * How many bars a chart holds, and going back for more. It stands in the chart's package because its bars are not
 * public.
 */
@NullMarked
public final class ChartBars {

    private ChartBars() {}

    public static int count(ChartViewModel chart) {
        return chart.bars().size();
    }

    /**
     * Asks for older bars, as if the oldest were in view; nothing happens while some are underway.
     *
     * @return how many it holds by now
     */
    public static int goBack(ChartViewModel chart) {
        chart.look(0, 0);
        return count(chart);
    }
}
