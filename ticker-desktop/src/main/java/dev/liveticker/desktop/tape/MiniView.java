package dev.liveticker.desktop.tape;

import dev.liveticker.desktop.text.Texts;
import dev.liveticker.model.Symbol;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is in the small window: as much of the watchlist as it has room for, and the way back. */
public final class MiniView extends VBox {

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final QuoteLines lines;
    private final ListView<QuoteLine> list = new ListView<>();
    /** Held weakly, since a list drops cells without a word. */
    private final Set<MiniCell> cells = Collections.newSetFromMap(new WeakHashMap<>());

    private List<QuoteLine> shown = List.of();
    private long revision = -1;

    /**
     * @param status what is said of the connection and of where prices come from
     * @param back brings the main window back
     * @param chart charts a symbol there
     */
    public MiniView(QuoteLines lines, ObservableValue<String> status, Runnable back, Consumer<Symbol> chart) {
        this.lines = lines;
        getStyleClass().add("mini");
        list.setId("mini-list");
        list.getStyleClass().addAll("edge-to-edge", "mini-list");
        list.setAccessibleText(Texts.of("mini.list"));
        list.setPlaceholder(new Label(Texts.of("mini.empty")));
        list.setCellFactory(ignored -> {
            MiniCell cell = new MiniCell();
            cells.add(cell);
            return cell;
        });
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                chartSelected(chart);
            }
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                chartSelected(chart);
                event.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(list, footer(status, back));
    }

    /** Shows what changed. Called once a pulse. */
    public void pulse() {
        if (revision == lines.revision()) {
            return;
        }
        revision = lines.revision();
        if (!shown.equals(lines.lines())) {
            shown = lines.lines();
            list.getItems().setAll(shown);
        }
        pseudoClassStateChanged(STALE, !lines.isLive());
        cells.forEach(MiniCell::show);
    }

    private void chartSelected(Consumer<Symbol> chart) {
        QuoteLine chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            chart.accept(chosen.symbol());
        }
    }

    private static HBox footer(ObservableValue<String> status, Runnable back) {
        Label said = new Label();
        said.setId("mini-status");
        said.textProperty().bind(status);
        said.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button main = new Button();
        main.setId("mini-back");
        main.setGraphic(new FontIcon(Feather.MAXIMIZE_2));
        main.getStyleClass().addAll("button-icon", "flat", "small");
        main.setAccessibleText(Texts.of("mini.back"));
        main.setTooltip(new Tooltip(Texts.of("mini.back")));
        main.setMinWidth(Region.USE_PREF_SIZE);
        main.setOnAction(event -> back.run());
        HBox footer = new HBox(said, gap, main);
        footer.setAlignment(Pos.CENTER_LEFT);
        footer.getStyleClass().add("mini-footer");
        return footer;
    }
}
