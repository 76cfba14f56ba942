package dev.liveticker.desktop.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.FakeFeed;
import dev.liveticker.desktop.fake.FakeMarketData;
import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.model.Symbol;
import java.util.ArrayList;
import java.util.List;
import javafx.util.Subscription;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AddSymbolViewModelTest {

    private final InstrumentDirectory instruments = new InstrumentDirectory(new FakeMarketData(), Runnable::run);
    private final WatchlistViewModel watchlist =
            new WatchlistViewModel(new FakeFeed(), instruments, Watchlists.of(List.of()));
    private final AddSymbolViewModel box = new AddSymbolViewModel(instruments, watchlist);

    @BeforeEach
    void load() {
        instruments.load();
    }

    @Test
    void a_name_is_enough_to_add_its_symbol() {
        box.text().set("apple");

        assertThat(box.accept()).isTrue();

        assertThat(watchlist.symbols()).containsExactly(Some.AAPL);
        assertThat(box.text().get()).isEmpty();
    }

    @Test
    void the_highlight_goes_round_and_says_what_enter_takes() {
        box.text().set("a");
        assertThat(box.completion().highlighted().get()).isZero();

        box.completion().move(-1);
        assertThat(box.completion().highlighted().get())
                .isEqualTo(box.completion().suggestions().size() - 1);
        box.completion().move(2);
        box.accept();

        assertThat(watchlist.symbols()).containsExactly(Symbol.of("AAL"));
    }

    @Test
    void look_alike_letters_and_other_spellings_are_understood() {
        for (String typed : List.of("\u0410\u0410\u0420L", "brk/b", "$msft", "eurusd")) {
            box.text().set(typed);
            assertThat(box.accept()).as(typed).isTrue();
        }

        assertThat(watchlist.symbols()).containsExactly(Some.AAPL, Symbol.of("BRK.B"), Some.MSFT, Some.EURUSD);
    }

    @Test
    void a_symbol_nobody_lists_is_added_for_the_server_to_answer() {
        box.text().set(" zzzz ");

        assertThat(box.accept()).isTrue();

        assertThat(watchlist.symbols()).containsExactly(Symbol.of("ZZZZ"));
    }

    @Test
    void what_cannot_be_a_symbol_is_said_to_be_nothing() {
        box.text().set("!?");

        assertThat(box.accept()).isFalse();

        assertThat(box.problem().get()).contains("!?");
        assertThat(box.text().get()).isEqualTo("!?");
        List<String> told = new ArrayList<>();
        Subscription telling = box.problem().subscribe((before, now) -> told.add(now));
        box.accept();
        telling.unsubscribe();
        assertThat(told).as("and again").containsExactly("", box.problem().get());
        box.text().set("!");
        assertThat(box.problem().get()).isEmpty();
    }

    @Test
    void an_empty_box_adds_nothing_and_complains_of_nothing() {
        assertThat(box.accept()).isFalse();
        assertThat(box.problem().get()).isEmpty();
        box.completion().move(1);
        assertThat(box.completion().highlighted().get()).isEqualTo(-1);
    }
}
