package dev.liveticker.desktop.alert;

import java.time.InstantSource;
import java.time.ZoneId;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What fired and when, and below it the user's note. */
final class FiredCell extends ListCell<FiredAlert> {

    private static final PseudoClass UNSEEN = PseudoClass.getPseudoClass("unseen");

    private final AlertWords words;
    private final InstantSource clock;
    private final Label what = new Label();
    private final Label time = new Label();
    private final Label note = new Label();
    private final VBox lines;

    FiredCell(AlertWords words, InstantSource clock) {
        this.words = words;
        this.clock = clock;
        getStyleClass().add("alert-cell");
        what.setMaxWidth(Double.MAX_VALUE);
        what.setWrapText(true);
        HBox.setHgrow(what, Priority.ALWAYS);
        time.getStyleClass().add("alert-time");
        time.setMinWidth(Region.USE_PREF_SIZE);
        note.getStyleClass().add("alert-more");
        note.setWrapText(true);
        HBox line = new HBox(what, time);
        line.getStyleClass().add("alert-line");
        line.setAlignment(Pos.BASELINE_LEFT);
        lines = new VBox(line, note);
        lines.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable FiredAlert fired, boolean empty) {
        super.updateItem(fired, empty);
        pseudoClassStateChanged(UNSEEN, fired != null && !empty && !fired.seen());
        if (fired == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        what.setText(words.fired(fired));
        time.setText(AlertWords.time(fired.time(), clock.instant(), ZoneId.systemDefault()));
        // The server's own words begin with the note.
        boolean noted = fired.note() != null && !what.getText().equals(fired.text());
        note.setText(noted ? fired.note() : "");
        note.setManaged(noted);
        note.setVisible(noted);
        setAccessibleText(String.join(", ", what.getText(), note.getText(), time.getText()));
        setGraphic(lines);
    }
}
