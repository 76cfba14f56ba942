package dev.liveticker.desktop.chart;

import javafx.scene.image.WritableImage;
import javafx.stage.Window;

/** A chart on the screen, as far as one needs it to take it along. Belongs to the FX thread. */
public interface ChartPrint {

    /**
     * What it looks like, without what goes with the pointer.
     *
     * @param scale pixels of the picture for each of the scene, in which it is painted anew; above 0
     */
    WritableImage picture(double scale);

    /** Where it is. */
    Window window();

    /** Says beside it for a while what was done, in words for people. */
    void say(String words);
}
