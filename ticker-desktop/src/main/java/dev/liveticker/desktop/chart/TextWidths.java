package dev.liveticker.desktop.chart;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** How wide texts are in one font. Digits are all of one width, so that one measurement serves every such number. */
final class TextWidths {

    private static final int REMEMBERED = 200;

    private final Text measured = new Text();
    private final Map<String, Double> known = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Double> eldest) {
            return size() > REMEMBERED;
        }
    };

    TextWidths(Font font) {
        measured.setFont(font);
    }

    double of(String text) {
        String shape = text.replaceAll("[1-9]", "0");
        Double width = known.get(shape);
        if (width == null) {
            measured.setText(shape);
            width = Math.ceil(measured.getLayoutBounds().getWidth());
            known.put(shape, width);
        }
        return width;
    }
}
