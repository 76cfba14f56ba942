package dev.liveticker.desktop.chart;

import dev.liveticker.desktop.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The button that opens the symbols one compares with: a field to add one, and each with what takes it away. */
final class CompareMenu extends Button {

    private final CompareViewModel model;
    private final VBox list = new VBox();
    /** What the lines of the list hear of; lines come and go while what they tell of stays. */
    private Subscription heard = Subscription.EMPTY;

    CompareMenu(CompareViewModel model) {
        this.model = model;
        setId("compare");
        setGraphic(new FontIcon(Feather.GIT_MERGE));
        getStyleClass().addAll("button-icon", "flat");
        setTooltip(new Tooltip(Texts.of("compare.title")));
        setAccessibleText(Texts.of("compare.title"));
        model.compared().addListener((ListChangeListener<Compared>) change -> fill());
        fill();
        new DropPanel(this, this::panel);
    }

    private VBox panel() {
        Label heading = new Label(Texts.of("compare.title"));
        heading.getStyleClass().add("drop-heading");
        TextField field = new TextField();
        field.setId("compare-symbol");
        field.setPromptText(Texts.of("compare.prompt"));
        field.setAccessibleText(Texts.of("compare.prompt"));
        field.setOnAction(event -> add(field));
        HBox.setHgrow(field, Priority.ALWAYS);
        Button add = new Button(Texts.of("compare.add"));
        add.setId("compare-add");
        add.setMinWidth(Region.USE_PREF_SIZE);
        add.setOnAction(event -> add(field));
        HBox line = new HBox(field, add);
        line.getStyleClass().add("compare-line");
        Label problem = new Label();
        problem.setId("compare-problem");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.textProperty().bind(model.problem());
        problem.managedProperty().bind(model.problem().isNotEmpty());
        list.getStyleClass().add("compare-list");
        list.managedProperty().bind(Bindings.isNotEmpty(model.compared()));
        VBox panel = new VBox(heading, line, problem, list);
        panel.setId("compare-panel");
        return panel;
    }

    private void add(TextField field) {
        if (model.add(field.getText())) {
            field.clear();
        }
    }

    private void fill() {
        heard.unsubscribe();
        heard = Subscription.EMPTY;
        list.getChildren().setAll(model.compared().stream().map(this::row).toList());
    }

    private HBox row(Compared each) {
        Label symbol = new Label(each.symbol().text());
        symbol.getStyleClass().add("compare-name");
        symbol.setMinWidth(Region.USE_PREF_SIZE);
        Label state = new Label();
        state.setWrapText(true);
        state.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(state, Priority.ALWAYS);
        heard = heard.and(each.stage().subscribe(stage -> {
            state.getStyleClass().setAll("label", stage == Compared.Stage.FAILED ? "problem" : "hint");
            state.setText(words(each, stage));
        }));
        Button remove = new Button();
        remove.setId("compare-remove-" + each.symbol().text());
        remove.setGraphic(new FontIcon(Feather.X));
        remove.getStyleClass().addAll("button-icon", "flat", "small");
        remove.setAccessibleText(Texts.of("compare.remove", each.symbol()));
        remove.setTooltip(new Tooltip(Texts.of("compare.remove", each.symbol())));
        remove.setOnAction(event -> model.remove(each));
        HBox row = new HBox(symbol, state, remove);
        row.getStyleClass().add("compare-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static String words(Compared each, Compared.Stage stage) {
        return switch (stage) {
            case LOADING -> Texts.of("compare.loading");
            case READY -> "";
            case QUIET -> Texts.of("compare.quiet");
            case FAILED -> each.problem().get();
        };
    }
}
