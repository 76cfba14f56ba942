package dev.liveticker.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

class SeriesColoursTest {

    /** A label is written in the background's colour on the line's: WCAG 2.2, 1.4.3, asks for 4.5 : 1. */
    @Test
    void each_can_be_read_on_light_and_on_dark_and_none_comes_twice() {
        for (Palette palette : new Palette[] {Painted.LIGHT, Painted.DARK}) {
            Set<Color> colours = new HashSet<>();
            for (int i = 0; i < SeriesColours.count(); i++) {
                Color colour = SeriesColours.of(palette, i);
                assertThat(contrast(colour, palette.background()))
                        .as("%s", colour)
                        .isGreaterThan(4.5);
                assertThat(colours.add(colour)).isTrue();
            }
        }
    }

    private static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
