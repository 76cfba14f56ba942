package dev.liveticker.desktop.alert;

import dev.liveticker.desktop.fit.LetterSize;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** An alert in one line, or two where there is little room, and below it what is to be said of it, if anything is. */
final class AlertCell extends ListCell<AlertRow> {

    private static final int LONGEST_WHOLE = 10;

    /** In widths of the text's height. */
    private static final double ROOM_FOR_ONE_LINE = 24;

    private final AlertWords words;
    private final Label symbol = new Label();
    private final Label condition = new Label();
    private final Label standing = new Label();
    private final Label more = new Label();
    private final Region gap = new Region();
    private final HBox line = new HBox();
    private final VBox lines = new VBox();

    AlertCell(AlertWords words) {
        this.words = words;
        getStyleClass().add("alert-cell");
        symbol.getStyleClass().add("alert-symbol");
        condition.setMaxWidth(Double.MAX_VALUE);
        condition.setWrapText(true);
        HBox.setHgrow(condition, Priority.ALWAYS);
        standing.getStyleClass().add("alert-standing");
        standing.setMinWidth(Region.USE_PREF_SIZE);
        more.getStyleClass().add("alert-more");
        more.setWrapText(true);
        HBox.setHgrow(gap, Priority.ALWAYS);
        line.getStyleClass().add("alert-line");
        line.setAlignment(Pos.BASELINE_LEFT);
        lines.setAlignment(Pos.CENTER_LEFT);
        arrange(false);
        widthProperty().subscribe(this::widthChanged);
        LetterSize.follow(symbol, this::widthChanged);
        // As wide as the list, so that a long sentence is wrapped and not scrolled to.
        setPrefWidth(0);
    }

    private void widthChanged() {
        boolean narrow = getWidth() < ROOM_FOR_ONE_LINE * symbol.getFont().getSize();
        if (getWidth() > 0 && narrow == line.getChildren().contains(condition)) {
            arrange(narrow);
        }
    }

    /** @param narrow whether the condition has a line of its own */
    private void arrange(boolean narrow) {
        line.getChildren().clear();
        lines.getChildren().clear();
        if (narrow) {
            line.getChildren().addAll(symbol, gap, standing);
            lines.getChildren().addAll(line, condition, more);
        } else {
            line.getChildren().addAll(symbol, condition, standing);
            lines.getChildren().addAll(line, more);
        }
    }

    /** At the width there is: by itself a cell asks how high its lines would be if each had all it wants. */
    @Override
    protected double computePrefHeight(double width) {
        double usual = super.computePrefHeight(width);
        if (getGraphic() == null || width <= 0) {
            return usual;
        }
        double inner = width - snappedLeftInset() - snappedRightInset();
        return Math.max(usual, snappedTopInset() + lines.prefHeight(inner) + snappedBottomInset());
    }

    @Override
    protected void updateItem(@Nullable AlertRow row, boolean empty) {
        super.updateItem(row, empty);
        for (AlertRow.Standing each : AlertRow.Standing.values()) {
            pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)),
                    row != null && !empty && row.standing() == each);
        }
        if (row == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        String note = row.alert().note() == null ? "" : row.alert().note();
        String said =
                Stream.of(row.problem(), note).filter(part -> !part.isEmpty()).collect(Collectors.joining(" \u00b7 "));
        symbol.setText(row.alert().symbol().text());
        // One of a usual length is never shortened.
        symbol.setMinWidth(symbol.getText().length() > LONGEST_WHOLE ? 0 : Region.USE_PREF_SIZE);
        condition.setText(words.condition(row));
        standing.setText(words.standing(row));
        more.setText(said);
        more.setManaged(!said.isEmpty());
        more.setVisible(!said.isEmpty());
        pseudoClassStateChanged(
                PseudoClass.getPseudoClass("troubled"), !row.problem().isEmpty());
        setAccessibleText(Stream.of(symbol.getText() + ' ' + condition.getText(), standing.getText(), said)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", ")));
        setGraphic(lines);
    }
}
