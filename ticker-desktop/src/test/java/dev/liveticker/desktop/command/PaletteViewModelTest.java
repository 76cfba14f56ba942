package dev.liveticker.desktop.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.FakeMarketData;
import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.desktop.storage.Kept;
import dev.liveticker.desktop.storage.KeptFile;
import dev.liveticker.model.Symbol;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaletteViewModelTest {

    @TempDir
    Path directory;

    private final List<String> done = new ArrayList<>();
    private final List<Symbol> charted = new ArrayList<>();
    private final InstrumentDirectory instruments = new InstrumentDirectory(new FakeMarketData(), Runnable::run);
    private boolean possible = true;
    private Kept<Recent> recent;
    private PaletteViewModel palette;

    @BeforeEach
    void open() {
        instruments.load();
        palette = palette();
        palette.toggle();
    }

    @AfterEach
    void close() {
        recent.close();
    }

    @Test
    void with_nothing_typed_it_lists_every_command() {
        assertThat(titles()).containsExactly("Settings", "Switch transport", "Ticker tape: show or hide", "Retry now");
        assertThat(palette.highlighted().get()).isZero();
    }

    @Test
    void a_few_letters_find_a_command_and_enter_does_it() {
        palette.text().set("swt");
        assertThat(titles()).containsExactly("Switch transport");

        palette.accept();

        assertThat(done).containsExactly("transport");
        assertThat(palette.open().get()).isFalse();
    }

    @Test
    void a_symbol_is_charted() {
        palette.text().set("bitc");
        assertThat(titles()).containsExactly("BTC-USD, Bitcoin");

        palette.accept();

        assertThat(charted).containsExactly(Some.BTC);
        assertThat(palette.open().get()).isFalse();
    }

    @Test
    void the_symbol_itself_goes_before_commands_and_those_before_names() {
        palette.text().set("a");
        assertThat(titles()).startsWith("A, Agilent Technologies, Inc.");
        palette.text().set("s");
        assertThat(titles()).startsWith("Settings");
        assertThat(titles()).contains("^GSPC, S&P 500");
    }

    @Test
    void what_was_chosen_last_comes_first_and_is_kept() throws Exception {
        choose("retry");
        choose("msft");
        palette.toggle();
        assertThat(titles())
                .startsWith("MSFT, Microsoft Corporation", "Retry now", "Settings")
                .hasSize(5);

        recent.close();
        assertThat(Files.readString(directory.resolve("recent.json"))).contains("symbol:MSFT", "command:retry");
        palette = palette();
        palette.toggle();

        assertThat(titles()).startsWith("MSFT, Microsoft Corporation", "Retry now", "Settings");
    }

    @Test
    void a_recent_symbol_that_this_server_lacks_is_left_out() {
        recent.change(before -> before.with("symbol:GONE").with("command:gone").with("nonsense"));
        palette.close();
        palette.toggle();

        assertThat(titles()).hasSize(4).startsWith("Settings");
    }

    @Test
    void nothing_found_takes_nothing() {
        palette.text().set("no such thing");
        assertThat(palette.entries()).isEmpty();
        assertThat(palette.spoken()).isEmpty();

        palette.accept();

        assertThat(done).isEmpty();
        assertThat(charted).isEmpty();
        assertThat(palette.open().get()).isTrue();
    }

    @Test
    void what_cannot_be_done_now_is_not_done() {
        possible = false;
        palette.text().set("retry");

        palette.accept();

        assertThat(done).isEmpty();
        assertThat(palette.open().get()).isTrue();
    }

    @Test
    void the_highlight_goes_round_by_one_and_stops_at_the_ends_by_more() {
        palette.move(-1);
        assertThat(palette.highlighted().get()).isEqualTo(3);
        palette.move(1);
        assertThat(palette.highlighted().get()).isZero();
        palette.move(10);
        assertThat(palette.highlighted().get()).isEqualTo(3);
        assertThat(palette.spoken()).isEqualTo("Retry now");
        palette.move(-10);
        assertThat(palette.highlighted().get()).isZero();
    }

    @Test
    void it_begins_anew_each_time_it_opens() {
        palette.text().set("tape");
        palette.toggle();
        assertThat(palette.open().get()).isFalse();
        palette.toggle();

        assertThat(palette.text().get()).isEmpty();
        assertThat(titles()).hasSize(4);
    }

    @Test
    void instruments_that_come_late_are_found_as_soon_as_they_are_there() {
        InstrumentDirectory late = new InstrumentDirectory(new FakeMarketData(), Runnable::run);
        PaletteViewModel early = new PaletteViewModel(late, recent, charted::add);
        early.toggle();
        early.text().set("nvda");
        assertThat(early.entries()).isEmpty();

        late.load();

        assertThat(early.entries()).hasSize(1);
    }

    private void choose(String typed) {
        if (!palette.open().get()) {
            palette.toggle();
        }
        palette.text().set(typed);
        palette.accept();
    }

    private List<String> titles() {
        return palette.entries().stream().map(PaletteEntry::title).toList();
    }

    private PaletteViewModel palette() {
        recent = Kept.open(
                new KeptFile<>(directory.resolve("recent.json"), new RecentForm(), InstantSource.system()),
                problem -> {});
        PaletteViewModel made = new PaletteViewModel(instruments, recent, charted::add);
        made.commands(List.of(
                command("settings", "Settings"),
                command("transport", "Switch transport"),
                command("tape", "Ticker tape: show or hide"),
                command("retry", "Retry now").when(() -> possible)));
        return made;
    }

    private Command command(String id, String title) {
        return Command.of(id, title, () -> done.add(id));
    }
}
