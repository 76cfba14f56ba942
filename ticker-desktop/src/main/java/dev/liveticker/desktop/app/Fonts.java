package dev.liveticker.desktop.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/** The font the desktop brings with it: the same figures, all of one width, on every system. */
final class Fonts {

    /** The family of running text; the style sheet names the others. */
    static final String FAMILY = "Inter Tabular";

    private static final List<String> FILES =
            List.of("InterTabular-Regular.otf", "InterTabular-Medium.otf", "InterTabular-SemiBold.otf");

    private Fonts() {}

    /** Makes them known to the toolkit. */
    static void load() {
        for (String file : FILES) {
            try (InputStream font = Fonts.class.getResourceAsStream("fonts/" + file)) {
                if (font == null || Font.loadFont(font, 12) == null) {
                    throw new IllegalStateException("the font " + file + " cannot be loaded");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
