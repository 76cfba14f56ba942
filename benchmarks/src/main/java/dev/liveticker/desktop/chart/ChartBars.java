package dev.liveticker.desktop.chart;

import org.jspecify.annotations.NullMarked;

/** How many bars a chart holds. It stands in the chart's package because its bars are not public. */
@NullMarked
public final class ChartBars {

    private ChartBars() {}

    public static int count(ChartViewModel chart) {
        return chart.bars().size();
    }
}
