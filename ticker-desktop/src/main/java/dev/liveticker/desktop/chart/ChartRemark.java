package dev.liveticker.desktop.chart;

import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** What was done with a chart, said over its lower edge for a while. */
final class ChartRemark extends Label {

    private final PauseTransition shown = new PauseTransition(Duration.seconds(6));

    ChartRemark() {
        setId("chart-remark");
        getStyleClass().addAll("undo-notice", "chart-remark");
        setWrapText(true);
        setMaxHeight(Region.USE_PREF_SIZE);
        setMouseTransparent(true);
        setVisible(false);
        shown.setOnFinished(event -> setVisible(false));
    }

    void say(String words) {
        setText(words);
        setVisible(true);
        shown.playFromStart();
    }
}
