package dev.liveticker.desktop.app;

import dev.liveticker.desktop.settings.WindowPlace;
import org.jspecify.annotations.Nullable;

/**
 * How the windows were left, besides where the main window stood, which is among the settings.
 *
 * @param chartShare of the height that chart and lower pane have together; 0 to 1
 * @param tab the id of the tab that was chosen below the chart; empty if none was
 * @param mini where the small window stood; absent before it was first opened
 */
record WindowState(double chartShare, String tab, @Nullable WindowPlace mini) {

    static final WindowState INITIAL = new WindowState(0.66, "", null);

    WindowState withChartShare(double share) {
        return new WindowState(share, tab, mini);
    }

    WindowState withTab(String chosen) {
        return new WindowState(chartShare, chosen, mini);
    }

    WindowState withMini(WindowPlace place) {
        return new WindowState(chartShare, tab, place);
    }
}
