package dev.liveticker.desktop.portfolio;

import static dev.liveticker.desktop.portfolio.Trades.TODAY;
import static dev.liveticker.desktop.portfolio.Trades.buy;
import static dev.liveticker.desktop.portfolio.Trades.sell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.storage.Kept;
import dev.liveticker.desktop.storage.KeptFile;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

    private static final Transaction ONE = buy(Some.AAPL, "1", "1", "0", TODAY);
    private static final Transaction TWO = sell(Some.MSFT, "2", "2", "0", TODAY);

    @TempDir
    Path directory;

    private Kept<Portfolio> kept;
    private Ledger ledger;

    @BeforeEach
    void open() {
        kept = Kept.open(
                new KeptFile<>(directory.resolve("portfolio.json"), new PortfolioForm(), InstantSource.system()),
                problem -> {});
        ledger = new Ledger(kept);
    }

    @AfterEach
    void close() {
        kept.close();
    }

    @Test
    void every_change_can_be_undone_and_done_again() {
        ledger.add(List.of(ONE, TWO));
        Portfolio both = ledger.current();
        ledger.remove(both.transactions().getFirst());
        Portfolio second = ledger.current();
        Transaction larger = new Transaction(
                second.transactions().getFirst().id(),
                Some.MSFT,
                TWO.side(),
                BigDecimal.TEN,
                TWO.price(),
                TWO.fee(),
                TODAY);
        ledger.replace(larger);
        assertThat(ledger.current().transactions()).containsExactly(larger);

        ledger.undo();
        assertThat(ledger.current()).isEqualTo(second);
        ledger.undo();
        assertThat(ledger.current()).isEqualTo(both);
        ledger.undo();
        assertThat(ledger.current()).isEqualTo(Portfolio.EMPTY);
        assertThat(ledger.undoable().get()).isFalse();
        ledger.undo();

        ledger.redo();
        ledger.redo();
        assertThat(ledger.current()).isEqualTo(second);
        assertThat(ledger.redoable().get()).isTrue();
    }

    @Test
    void after_another_change_what_was_undone_is_gone() {
        ledger.add(List.of(ONE));
        ledger.undo();
        ledger.add(List.of(TWO));

        assertThat(ledger.redoable().get()).isFalse();
        ledger.redo();
        assertThat(ledger.current().transactions()).hasSize(1);
    }

    @Test
    void the_way_back_has_a_bound() {
        for (int i = 0; i < Ledger.MOST_STEPS + 5; i++) {
            ledger.add(List.of(ONE));
        }
        for (int i = 0; i < Ledger.MOST_STEPS + 5; i++) {
            ledger.undo();
        }

        assertThat(ledger.current().transactions()).hasSize(5);
    }

    @Test
    void of_what_is_imported_it_knows_what_is_new() {
        ledger.add(List.of(ONE, TWO));

        assertThat(ledger.newOf(List.of(ONE, TWO))).isEmpty();
        assertThat(ledger.newOf(List.of(ONE, ONE, TWO))).containsExactly(ONE);
    }

    @Test
    void it_is_there_after_a_restart() {
        ledger.add(List.of(ONE));
        kept.close();

        open();

        assertThat(ledger.current().transactions()).singleElement().isEqualTo(ONE.withId(1));
    }
}
