package dev.liveticker.desktop.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.watchlist.ColumnLayout.Place;
import dev.liveticker.desktop.watchlist.ColumnLayout.Showing;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnLayoutTest {

    private final ColumnLayout usual = ColumnLayout.defaults();

    @Test
    void what_matters_most_stays_and_the_rest_comes_back_as_there_is_room() {
        assertThat(usual.fit(100)).containsExactly(Column.SYMBOL, Column.LAST);
        assertThat(usual.fit(246 + 76)).containsExactly(Column.SYMBOL, Column.LAST, Column.PERCENT);
        assertThat(usual.fit(430 + 76)).contains(Column.TREND).doesNotContain(Column.VOLUME, Column.AGE);
        assertThat(usual.fit(430 + 76 + 64)).contains(Column.AGE);
        assertThat(usual.fit(2_000))
                .containsExactly(
                        Column.SYMBOL,
                        Column.LAST,
                        Column.CHANGE,
                        Column.PERCENT,
                        Column.TREND,
                        Column.BID,
                        Column.ASK,
                        Column.VOLUME,
                        Column.AGE);
    }

    @Test
    void bid_and_ask_come_together_or_not_at_all() {
        double room = 430 + 76 + 74 + 64;

        assertThat(usual.fit(room + 98)).doesNotContain(Column.BID, Column.ASK);
        assertThat(usual.fit(room + 196)).contains(Column.BID, Column.ASK);
    }

    @Test
    void what_a_person_chose_is_there_however_little_room_there_is() {
        ColumnLayout chosen = usual.withShowing(Column.NOTE, Showing.ALWAYS).withShowing(Column.LAST, Showing.NEVER);

        assertThat(chosen.fit(10)).contains(Column.NOTE).doesNotContain(Column.LAST);
        assertThat(usual.withShowing(Column.SYMBOL, Showing.NEVER).fit(10)).contains(Column.SYMBOL);
    }

    @Test
    void the_symbol_comes_first_and_every_column_stands_once() {
        ColumnLayout odd = new ColumnLayout(
                List.of(
                        new Place(Column.NOTE, Showing.ALWAYS, 5),
                        new Place(Column.SYMBOL, Showing.NEVER, 1e9),
                        new Place(Column.NOTE, Showing.NEVER, 90)),
                new ColumnLayout.Sort(Column.TREND, true));

        assertThat(odd.order())
                .startsWith(Column.SYMBOL, Column.NOTE, Column.LAST)
                .hasSize(Column.values().length);
        assertThat(odd.place(Column.NOTE)).isEqualTo(new Place(Column.NOTE, Showing.ALWAYS, Place.LEAST_WIDTH));
        assertThat(odd.place(Column.SYMBOL).width()).isEqualTo(Place.MOST_WIDTH);
        assertThat(odd.sort()).as("cannot be sorted by").isNull();
    }

    @Test
    void columns_are_put_in_another_order() {
        ColumnLayout ordered = usual.withOrder(List.of(Column.SYMBOL, Column.AGE, Column.LAST));

        assertThat(ordered.order()).startsWith(Column.SYMBOL, Column.AGE, Column.LAST, Column.CHANGE);
    }
}
