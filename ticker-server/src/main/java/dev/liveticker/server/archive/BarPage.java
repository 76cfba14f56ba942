package dev.liveticker.server.archive;

import dev.liveticker.message.Bar;
import java.util.List;

/**
 * Some of a symbol's bars.
 *
 * @param bars oldest first, unnumbered
 * @param more whether there are older ones of what was asked for
 */
public record BarPage(List<Bar> bars, boolean more) {

    public BarPage {
        bars = List.copyOf(bars);
    }
}
