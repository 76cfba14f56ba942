package dev.liveticker.desktop.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.text.PriceFormat;
import dev.liveticker.model.Symbol;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class FlashesTest {

    static final int ROWS = 5;
    private static final long SHOWN = 450;

    /** A frame's lower bits say which rows tick in it, the others how long after the one before it comes. */
    @Property
    void a_row_shows_its_tick_until_the_last_one_has_shown_long_enough(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = (400 << ROWS) - 1) Integer> frames,
            @ForAll long start) {
        Flashes flashes = new Flashes();
        List<QuoteRow> rows = IntStream.range(0, ROWS)
                .mapToObj(i -> new QuoteRow(Symbol.of("S" + i), PriceFormat.of(2)))
                .toList();
        rows.forEach(row -> row.show(Some.entry(row.symbol(), "1", "1", start)));
        long now = start;
        long[] until = new long[ROWS];
        boolean[] ticked = new boolean[ROWS];
        int price = 1;
        for (int frame : frames) {
            now += frame >> ROWS;
            price++;
            for (int i = 0; i < ROWS; i++) {
                if ((frame >> i & 1) == 1) {
                    assertThat(rows.get(i).show(Some.entry(rows.get(i).symbol(), String.valueOf(price), "1", now)))
                            .isTrue();
                    until[i] = now + SHOWN;
                    ticked[i] = true;
                    flashes.add(rows.get(i), until[i]);
                }
            }

            flashes.pulse(now);

            for (int i = 0; i < ROWS; i++) {
                assertThat(rows.get(i).tick() == QuoteRow.Tick.UP)
                        .as("row %d at %d", i, now - start)
                        .isEqualTo(ticked[i] && until[i] - now > 0);
            }
        }
    }
}
