package dev.liveticker.desktop.portfolio;

import static dev.liveticker.desktop.portfolio.Trades.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.FakeFeed;
import dev.liveticker.desktop.fake.FakeMarketData;
import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.desktop.storage.Kept;
import dev.liveticker.desktop.storage.KeptFile;
import dev.liveticker.model.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortfolioViewModelTest {

    @TempDir
    Path directory;

    private Kept<Portfolio> kept;
    private PortfolioViewModel model;

    @BeforeEach
    void open() {
        kept = Kept.open(
                new KeptFile<>(directory.resolve("portfolio.json"), new PortfolioForm(), InstantSource.system()),
                problem -> {});
        model = new PortfolioViewModel(
                new FakeFeed(),
                new InstrumentDirectory(new FakeMarketData(), Runnable::run),
                kept,
                symbol -> Optional.of(Some.entry(symbol, "189.25", "188.46", 0)),
                Clock.fixed(TODAY.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC),
                Runnable::run,
                Runnable::run);
    }

    @AfterEach
    void close() {
        kept.close();
    }

    @Test
    void a_transaction_is_entered_of_the_symbol_somebody_looks_at() {
        model.propose(Some.AAPL);

        enter("10");

        assertThat(model.page().get()).isInstanceOf(Page.Positions.class);
        assertThat(model.portfolio().transactions())
                .singleElement()
                .isEqualTo(Trades.buy(Some.AAPL, "10", "189.25", "0", TODAY).withId(1));
        assertThat(model.positions().rows()).hasSize(1);
    }

    @Test
    void what_is_wrong_stays_until_it_is_mended_or_given_up() {
        model.propose(Some.AAPL);
        model.add();
        EntryViewModel entry = entry();
        entry.text(EntryField.QUANTITY).set("ten");

        model.save(entry);

        assertThat(model.page().get()).isInstanceOf(Page.Entry.class);
        assertThat(entry.problem(EntryField.QUANTITY).get()).isEqualTo("Not a number");
        model.back();
        assertThat(model.page().get()).isEqualTo(new Page.Positions());
        assertThat(model.portfolio()).isEqualTo(Portfolio.EMPTY);
    }

    @Test
    void transactions_of_a_symbol_are_listed_newest_first_changed_removed_and_brought_back() {
        model.propose(Some.AAPL);
        enter("10");
        model.open(Some.AAPL);
        model.add();
        EntryViewModel second = entry();
        second.side().set(Side.SELL);
        second.text(EntryField.QUANTITY).set("4");
        model.save(second);
        assertThat(model.page().get()).as("back where one was").isEqualTo(new Page.Transactions(Some.AAPL));
        assertThat(model.transactions()).extracting(Transaction::side).containsExactly(Side.SELL, Side.BUY);

        model.edit(model.transactions().getFirst());
        entry().text(EntryField.QUANTITY).set("5");
        model.save(entry());
        assertThat(model.positions().find(Some.AAPL).orElseThrow().shown(Figure.QUANTITY))
                .isEqualTo("5");

        model.remove(model.transactions().getFirst());
        assertThat(model.said().get()).isEqualTo("AAPL: 5 removed");
        assertThat(model.wayBack().get()).isTrue();
        assertThat(model.transactions()).hasSize(1);
        model.undo();
        assertThat(model.transactions()).hasSize(2);
        assertThat(model.said().get()).isEmpty();
        model.redo();
        assertThat(model.transactions()).hasSize(1);
    }

    @Test
    void nothing_is_undone_or_redone_below_a_form_that_changes_it_or_a_preview_that_counted_it() throws IOException {
        model.propose(Some.AAPL);
        enter("10");
        model.edit(model.portfolio().transactions().getFirst());
        entry().text(EntryField.QUANTITY).set("11");

        model.undo();
        model.save(entry());

        assertThat(model.portfolio().transactions())
                .extracting(Transaction::quantity)
                .containsExactly(Some.price("11"));

        model.undo();
        Path file = directory.resolve("more.csv");
        Files.writeString(file, "date,symbol,side,quantity,price\n2026-11-25,MSFT,buy,1,400\n");
        model.importFrom(file);
        model.redo();
        assertThat(model.portfolio().transactions())
                .extracting(Transaction::quantity)
                .containsExactly(Some.price("10"));
        model.back();
        model.redo();
        assertThat(model.portfolio().transactions())
                .extracting(Transaction::quantity)
                .containsExactly(Some.price("11"));
    }

    @Test
    void with_its_last_transaction_the_page_of_a_symbol_is_left() {
        model.propose(Some.AAPL);
        enter("10");
        model.open(Some.AAPL);

        model.remove(model.transactions().getFirst());

        assertThat(model.page().get()).isEqualTo(new Page.Positions());
        assertThat(model.positions().rows()).isEmpty();
        assertThat(model.said().get()).isEqualTo("AAPL: 10 removed");
        model.back();
        assertThat(model.page().get()).as("nowhere further back").isEqualTo(new Page.Positions());
    }

    @Test
    void the_way_back_is_offered_for_a_while_and_known_for_longer() {
        model.propose(Some.AAPL);
        enter("10");
        model.remove(model.portfolio().transactions().getFirst());
        for (int i = 0; i < 8; i++) {
            assertThat(model.wayBack().get()).isTrue();
            model.second();
        }
        assertThat(model.said().get()).isEmpty();
        assertThat(model.wayBack().get()).isFalse();

        model.undo();

        assertThat(model.portfolio().transactions()).hasSize(1);
    }

    @Test
    void what_was_exported_is_imported_and_what_is_there_already_is_told() throws IOException {
        model.propose(Some.AAPL);
        enter("10");
        Path file = directory.resolve("out.csv");
        model.exportTo(file);
        assertThat(model.said().get()).isEqualTo("Saved as out.csv");
        assertThat(model.wayBack().get()).isFalse();
        Files.writeString(file, Files.readString(file) + "2026-11-25,MSFT,buy,1,400,0\n");

        model.importFrom(file);

        assertThat(model.said().get()).as("what was said of another file").isEmpty();

        Page.Import preview = (Page.Import) model.page().get();
        assertThat(preview.reading().transactions()).hasSize(2);
        assertThat(preview.fresh()).extracting(Transaction::symbol).containsExactly(Some.MSFT);
        assertThat(model.portfolio().transactions())
                .as("before anybody says so")
                .hasSize(1);
        model.accept(preview.fresh());
        assertThat(model.portfolio().transactions())
                .extracting(Transaction::symbol)
                .containsExactly(Some.AAPL, Some.MSFT);
        assertThat(model.page().get()).isEqualTo(new Page.Positions());
        model.undo();
        assertThat(model.portfolio().transactions()).hasSize(1);
    }

    @Test
    void a_file_that_cannot_be_read_or_written_says_so() {
        model.importFrom(directory.resolve("absent.csv"));
        assertThat(((Page.Import) model.page().get())
                        .reading()
                        .problems()
                        .getFirst()
                        .text())
                .isEqualTo("The file cannot be read: there is no such file or folder");

        model.exportTo(directory.resolve("absent").resolve("out.csv"));
        assertThat(model.said().get()).isEqualTo("Not saved: there is no such file or folder");
    }

    @Test
    void a_full_portfolio_takes_no_more_and_says_so() {
        model.accept(Collections.nCopies(Portfolio.MOST, Trades.buy(Some.AAPL, "1", "1", "0", TODAY)));

        model.accept(List.of(Trades.buy(Some.MSFT, "1", "1", "0", TODAY)));

        assertThat(model.portfolio().transactions()).hasSize(Portfolio.MOST);
        assertThat(model.said().get()).isEqualTo("A portfolio holds at most 20,000 transactions");

        model.add();

        assertThat(model.page().get()).as("no form that could not be saved").isEqualTo(new Page.Positions());
    }

    private void enter(String quantity) {
        model.add();
        entry().text(EntryField.QUANTITY).set(quantity);
        model.save(entry());
    }

    private EntryViewModel entry() {
        return ((Page.Entry) model.page().get()).entry();
    }
}
