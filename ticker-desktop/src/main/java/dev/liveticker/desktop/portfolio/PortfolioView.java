package dev.liveticker.desktop.portfolio;

import dev.liveticker.desktop.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/** The portfolio: one page at a time, since it lies below a chart, where there is little room. */
public final class PortfolioView extends StackPane {

    private static final KeyCombination UNDO = KeyCombination.keyCombination("Shortcut+Z");
    private static final List<KeyCombination> REDO =
            List.of(KeyCombination.keyCombination("Shortcut+Shift+Z"), KeyCombination.keyCombination("Shortcut+Y"));

    private final PortfolioViewModel model;
    private final ObservableDoubleValue textScale;
    private final PositionsPage positions;
    private final TransactionsPage transactions;

    /** @param textScale how large text is against the usual */
    public PortfolioView(PortfolioViewModel model, ObservableDoubleValue textScale) {
        this.model = model;
        this.textScale = textScale;
        positions = new PositionsPage(model, textScale, this::chooseImport, this::chooseExport);
        transactions = new TransactionsPage(model, textScale);
        getStyleClass().add("portfolio");
        setId("portfolio-view");
        setMinSize(0, 0);
        model.page().subscribe(this::turn);
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        takeDroppedFiles();
    }

    /** Reads a CSV file and shows what is in it, to be taken over or not. */
    public void importFrom(Path file) {
        model.importFrom(file);
    }

    /** Whether keys that mean something to every list, such as Ctrl+Z, are meant for this one. */
    public boolean holds(@Nullable Node focused) {
        for (Node each = focused; each != null; each = each.getParent()) {
            if (each == this) {
                return true;
            }
        }
        return false;
    }

    private void turn(Page page) {
        boolean moves = getScene() != null && holds(getScene().getFocusOwner());
        switch (page) {
            case Page.Positions all -> show(positions, positions::focus, moves);
            case Page.Transactions some -> show(transactions, transactions::focus, moves);
            case Page.Entry typed -> {
                EntryPage entry = new EntryPage(model, typed.entry(), textScale);
                show(entry, entry::focus, true);
            }
            case Page.Import read -> {
                ImportPage preview = new ImportPage(model, read);
                show(preview, preview::focus, moves);
            }
        }
    }

    private void show(Node page, Runnable focus, boolean moves) {
        getChildren().setAll(page);
        if (moves) {
            focus.run();
        }
    }

    private void press(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            model.back();
            event.consume();
        } else if (UNDO.match(event)) {
            model.undo();
            event.consume();
        } else if (REDO.stream().anyMatch(keys -> keys.match(event))) {
            model.redo();
            event.consume();
        }
    }

    private void takeDroppedFiles() {
        setOnDragOver(event -> {
            if (event.getDragboard().getFiles().size() == 1) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        setOnDragDropped(event -> {
            List<File> files = event.getDragboard().getFiles();
            if (files.size() == 1) {
                importFrom(files.getFirst().toPath());
            }
            event.setDropCompleted(files.size() == 1);
            event.consume();
        });
    }

    private void chooseImport() {
        Optional.ofNullable(chooser(Texts.of("portfolio.import"))
                        .showOpenDialog(getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(this::importFrom);
    }

    private void chooseExport() {
        FileChooser chooser = chooser(Texts.of("portfolio.export"));
        chooser.setInitialFileName("portfolio.csv");
        Optional.ofNullable(chooser.showSaveDialog(getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(model::exportTo);
    }

    private static FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(Texts.of("portfolio.csv.files"), "*.csv", "*.txt", "*.tsv"),
                        new FileChooser.ExtensionFilter(Texts.of("portfolio.csv.all"), "*.*"));
        return chooser;
    }
}
