package dev.liveticker.desktop.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How long texts are in one font, in whole pixels. Digits are all of one width, so that one measurement serves every
 * number of the same length. For one thread.
 */
public final class TextLengths {

    private static final int REMEMBERED = 400;

    private final ToDoubleFunction<String> measure;
    private final Map<String, Double> known = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Double> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param measure a text in the font, in pixels; what takes its time */
    public TextLengths(ToDoubleFunction<String> measure) {
        this.measure = measure;
    }

    /** Rounded up. */
    public double of(String text) {
        String shape = shape(text);
        Double length = known.get(shape);
        if (length == null) {
            length = Math.ceil(measure.applyAsDouble(shape));
            known.put(shape, length);
        }
        return length;
    }

    private static String shape(String text) {
        char[] shape = text.toCharArray();
        for (int i = 0; i < shape.length; i++) {
            if (shape[i] >= '1' && shape[i] <= '9') {
                shape[i] = '0';
            }
        }
        return new String(shape);
    }
}
