package dev.liveticker.desktop.command;

import dev.liveticker.model.Instrument;
import java.util.BitSet;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A command with its keys at the right, or a symbol with its name. */
final class PaletteCell extends ListCell<PaletteEntry> {

    private static final PseudoClass IMPOSSIBLE = PseudoClass.getPseudoClass("impossible");

    private final FontIcon icon = new FontIcon(Feather.TERMINAL);
    private final TextFlow title = new TextFlow();
    private final Label detail = new Label();
    private final Label keys = new Label();
    private final HBox line;

    PaletteCell() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        title.getStyleClass().add("palette-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        title.setMaxHeight(Region.USE_PREF_SIZE);
        detail.getStyleClass().add("subtitle");
        detail.setTextOverrun(OverrunStyle.ELLIPSIS);
        keys.getStyleClass().add("keys");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        line = new HBox(icon, title, detail, gap, keys);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("palette-line");
        // No wider than the list: a long name is cut, not scrolled to.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(PaletteEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            setAccessibleText(null);
            pseudoClassStateChanged(IMPOSSIBLE, false);
            return;
        }
        switch (entry) {
            case PaletteEntry.OfCommand(Command command, BitSet places) -> {
                icon.setIconCode(Feather.TERMINAL);
                show(command.title(), places);
                detail.setText("");
                keys.setText(
                        command.keys().isEmpty()
                                ? ""
                                : KeyNames.of(command.keys().getFirst()));
                pseudoClassStateChanged(IMPOSSIBLE, !command.enabled().getAsBoolean());
            }
            case PaletteEntry.OfSymbol(Instrument instrument) -> {
                icon.setIconCode(Feather.TRENDING_UP);
                BitSet all = new BitSet();
                all.set(0, instrument.symbol().text().length());
                show(instrument.symbol().text(), all);
                detail.setText(instrument.name());
                keys.setText("");
                pseudoClassStateChanged(IMPOSSIBLE, false);
            }
        }
        setAccessibleText(entry.title());
        setGraphic(line);
    }

    /** Runs of letters that answer, and runs that do not. */
    private void show(String text, BitSet places) {
        title.getChildren().clear();
        int from = 0;
        while (from < text.length()) {
            boolean hit = places.get(from);
            int end = hit ? places.nextClearBit(from) : places.nextSetBit(from);
            int to = end < 0 ? text.length() : Math.min(end, text.length());
            Text run = new Text(text.substring(from, to));
            run.getStyleClass().add(hit ? "palette-hit" : "palette-rest");
            title.getChildren().add(run);
            from = to;
        }
    }
}
