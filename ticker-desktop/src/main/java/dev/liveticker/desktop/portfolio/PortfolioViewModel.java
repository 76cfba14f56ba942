package dev.liveticker.desktop.portfolio;

import dev.liveticker.book.QuoteBook;
import dev.liveticker.desktop.completion.Completion;
import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.desktop.storage.Kept;
import dev.liveticker.desktop.storage.WholeFile;
import dev.liveticker.desktop.text.Quantity;
import dev.liveticker.desktop.text.Reason;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.feed.Feed;
import dev.liveticker.model.Symbol;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the portfolio shows and does. Belongs to the FX thread; needs no toolkit. */
public final class PortfolioViewModel {

    private static final Logger LOG = LoggerFactory.getLogger(PortfolioViewModel.class);

    /** How long what was done is said, and the way back offered beside it; Ctrl+Z knows it for longer. */
    private static final int SECONDS_SAID = 8;

    private final Ledger ledger;
    private final PositionsViewModel positions;
    private final Surroundings surroundings;
    private final Clock clock;
    private final Executor disk;
    private final Executor owner;
    private final ObservableList<Transaction> transactions = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(new Page.Positions());
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper wayBack = new ReadOnlyBooleanWrapper();
    private Page before = new Page.Positions();
    private Optional<Symbol> proposed = Optional.empty();
    private int secondsSaid;

    /**
     * @param feed a share of its own
     * @param kept the portfolio of this person
     * @param prices the newest of a symbol that somebody looks at already
     * @param clock which day it is, and where
     * @param disk runs what reads and writes files
     * @param owner runs what arrives from there on the FX thread
     */
    public PortfolioViewModel(
            Feed feed,
            InstrumentDirectory instruments,
            Kept<Portfolio> kept,
            Function<Symbol, Optional<QuoteBook.Entry>> prices,
            Clock clock,
            Executor disk,
            Executor owner) {
        this.ledger = new Ledger(kept);
        this.positions = new PositionsViewModel(feed, instruments, prices, clock.getZone());
        this.surroundings = new Surroundings(
                instruments::find, typed -> instruments.search(typed, Completion.MOST), prices, this::held);
        this.clock = clock;
        this.disk = disk;
        this.owner = owner;
        ledger.portfolio().subscribe(this::follow);
    }

    PositionsViewModel positions() {
        return positions;
    }

    ReadOnlyObjectProperty<Page> page() {
        return page.getReadOnlyProperty();
    }

    /** What was bought and sold of the symbol whose page shows, the newest first. */
    ObservableList<Transaction> transactions() {
        return transactions;
    }

    /** What was done a moment ago, in words; empty if nothing was. */
    ReadOnlyStringProperty said() {
        return said.getReadOnlyProperty();
    }

    /** Whether what was done a moment ago can be undone. */
    ReadOnlyBooleanProperty wayBack() {
        return wayBack.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty undoable() {
        return ledger.undoable();
    }

    ReadOnlyBooleanProperty redoable() {
        return ledger.redoable();
    }

    Portfolio portfolio() {
        return ledger.current();
    }

    /** Takes in new prices. */
    public void show(Map<Symbol, QuoteBook.Entry> changed) {
        positions.show(changed);
    }

    /** The server does not offer this symbol. */
    public void reject(String symbol) {
        positions.reject(symbol);
    }

    /** Forgets every price: they were another server's. */
    public void forget() {
        positions.forget();
    }

    /** Whether the connection is live. */
    public void live(boolean isLive) {
        positions.live(isLive);
    }

    /** Brings the order up to date. Called once a second. */
    public void second() {
        positions.second();
        if (secondsSaid > 0 && --secondsSaid == 0) {
            hush();
        }
    }

    /** The symbol somebody looks at, who may want to enter a transaction of it. */
    public void propose(@Nullable Symbol symbol) {
        proposed = Optional.ofNullable(symbol);
    }

    /** Whether the symbol is held, or was. */
    boolean knows(Symbol symbol) {
        return positions.find(symbol).isPresent();
    }

    void open(Symbol symbol) {
        turn(new Page.Transactions(symbol));
    }

    /** Begins a transaction: of the symbol whose page shows, or else of the one somebody looks at. */
    void add() {
        if (!hasRoom(1)) {
            return;
        }
        Optional<Symbol> symbol =
                page.get() instanceof Page.Transactions shown ? Optional.of(shown.symbol()) : proposed;
        turn(new Page.Entry(new EntryViewModel(surroundings, today(), null, symbol.orElse(null))));
    }

    void edit(Transaction transaction) {
        turn(new Page.Entry(new EntryViewModel(surroundings, today(), transaction, null)));
    }

    /** Enters what was typed, if it is right, and goes back. */
    void save(EntryViewModel entry) {
        Optional<Transaction> typed = entry.accept();
        if (typed.isEmpty()) {
            return;
        }
        if (!entry.isNew()) {
            ledger.replace(typed.get());
        } else if (!add(List.of(typed.get()))) {
            return;
        }
        back();
    }

    void remove(Transaction transaction) {
        ledger.remove(transaction);
        say(Texts.of("portfolio.removed", transaction.symbol().text(), Quantity.exact(transaction.quantity())));
        wayBack.set(true);
    }

    /** To where one was before. */
    void back() {
        Page to = isEntering() ? before : new Page.Positions();
        // What was entered last may be of another symbol, or all of it gone.
        boolean gone = to instanceof Page.Transactions of && !knows(of.symbol());
        turn(gone ? new Page.Positions() : to);
    }

    /** Without effect while something is entered: what a form changes, or a preview has counted, must stay there. */
    void undo() {
        if (!isEntering()) {
            ledger.undo();
            hush();
        }
    }

    /** Without effect while something is entered, as {@link #undo}. */
    void redo() {
        if (!isEntering()) {
            ledger.redo();
            hush();
        }
    }

    /** Reads a file, and shows what is in it. */
    void importFrom(Path file) {
        LocalDate today = today();
        disk.execute(() -> {
            CsvReading reading;
            try {
                reading = TransactionCsv.read(file, today);
            } catch (IOException e) {
                LOG.warn("{} could not be read", file, e);
                reading = CsvReading.failed(0, Texts.of("portfolio.csv.unreadable", Reason.of(e)));
            }
            CsvReading read = reading;
            owner.execute(() -> {
                // What was said of something else has no place above it.
                hush();
                turn(new Page.Import(String.valueOf(file.getFileName()), read, ledger.newOf(read.transactions())));
            });
        });
    }

    /** Takes over what a file says, and goes back. */
    void accept(List<Transaction> imported) {
        if (add(imported)) {
            say(Texts.of("portfolio.imported", Quantity.count(imported.size())));
            wayBack.set(true);
            turn(new Page.Positions());
        }
    }

    void exportTo(Path file) {
        Portfolio portfolio = ledger.current();
        disk.execute(() -> {
            String outcome;
            try {
                WholeFile.write(file, TransactionCsv.write(portfolio).getBytes(StandardCharsets.UTF_8));
                outcome = Texts.of("portfolio.exported", String.valueOf(file.getFileName()));
            } catch (IOException e) {
                LOG.warn("{} could not be written", file, e);
                outcome = Texts.of("portfolio.export.failed", Reason.of(e));
            }
            String words = outcome;
            owner.execute(() -> say(words));
        });
    }

    private boolean add(Collection<Transaction> more) {
        boolean taken = hasRoom(more.size());
        if (taken) {
            ledger.add(more);
        }
        return taken;
    }

    /** Whether the portfolio takes so many more; says why not. */
    private boolean hasRoom(int more) {
        boolean room = more <= ledger.current().room();
        if (!room) {
            say(Texts.of("portfolio.wrong.many", Quantity.count(Portfolio.MOST)));
        }
        return room;
    }

    private void follow(Portfolio portfolio) {
        positions.hold(portfolio);
        list(page.get());
        if (page.get() instanceof Page.Transactions shown && !knows(shown.symbol())) {
            turn(new Page.Positions());
        }
    }

    private boolean isEntering() {
        return page.get() instanceof Page.Entry || page.get() instanceof Page.Import;
    }

    private void turn(Page to) {
        if (!isEntering()) {
            before = page.get();
        }
        list(to);
        page.set(to);
    }

    private void list(Page of) {
        transactions.setAll(
                of instanceof Page.Transactions shown
                        ? positions
                                .find(shown.symbol())
                                .map(row -> row.position().transactions().reversed())
                                .orElse(List.of())
                        : List.of());
    }

    private BigDecimal held(Symbol symbol) {
        return positions.find(symbol).map(row -> row.position().quantity()).orElse(BigDecimal.ZERO);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private void say(String words) {
        wayBack.set(false);
        said.set(words);
        secondsSaid = SECONDS_SAID;
    }

    private void hush() {
        wayBack.set(false);
        said.set("");
        secondsSaid = 0;
    }
}
