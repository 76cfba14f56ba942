package dev.liveticker.desktop.chart;

import dev.liveticker.desktop.indicator.Indicator;
import dev.liveticker.desktop.indicator.IndicatorChoices;
import dev.liveticker.desktop.indicator.Parameter;
import dev.liveticker.desktop.text.Texts;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.DoubleSpinnerValueFactory;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The button that opens the indicators: a check box for each, and its parameters. Belongs to the FX thread. */
final class IndicatorMenu extends Button {

    private static final int DIGITS = 4;

    private final IndicatorsViewModel model;
    /** Of its own, bound weakly: the model is every chart's, and outlives those whose windows are closed. */
    private final ObjectProperty<IndicatorChoices> choices = new SimpleObjectProperty<>();

    IndicatorMenu(IndicatorsViewModel model) {
        this.model = model;
        choices.bind(model.choices());
        setId("indicators");
        setGraphic(new FontIcon(Feather.ACTIVITY));
        getStyleClass().addAll("button-icon", "flat");
        setTooltip(new Tooltip(Texts.of("indicator.title")));
        setAccessibleText(Texts.of("indicator.title"));
        new DropPanel(this, this::panel);
    }

    private VBox panel() {
        Label heading = new Label(Texts.of("indicator.title"));
        heading.getStyleClass().add("drop-heading");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("indicator-grid");
        for (Indicator indicator : Indicator.values()) {
            addRow(grid, indicator);
        }
        Label problem = new Label();
        problem.setId("indicator-problem");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.textProperty().bind(model.problem());
        problem.managedProperty().bind(model.problem().isNotEmpty());
        Button usual = new Button(Texts.of("indicator.usual"));
        usual.setId("indicator-usual");
        usual.getStyleClass().addAll("small", "flat");
        usual.setOnAction(event -> model.useUsual());
        VBox panel = new VBox(heading, grid, problem, usual);
        panel.setId("indicator-panel");
        return panel;
    }

    private void addRow(GridPane grid, Indicator indicator) {
        int row = grid.getRowCount();
        CheckBox on = new CheckBox(indicator.label());
        on.setId("indicator-" + indicator.code());
        on.setTooltip(new Tooltip(indicator.explanation()));
        on.setAccessibleText(indicator.explanation());
        on.setMinWidth(Region.USE_PREF_SIZE);
        choices.subscribe((IndicatorChoices now) -> on.setSelected(now.isOn(indicator)));
        on.setOnAction(event -> model.turn(indicator, on.isSelected()));
        grid.add(on, 0, row);
        HBox numbers = new HBox();
        numbers.getStyleClass().add("indicator-numbers");
        numbers.setAlignment(Pos.CENTER_LEFT);
        for (int i = 0; i < indicator.parameters().size(); i++) {
            numbers.getChildren().addAll(number(indicator, i));
        }
        grid.add(numbers, 1, row);
    }

    private Region[] number(Indicator indicator, int index) {
        Parameter parameter = indicator.parameters().get(index);
        DoubleSpinnerValueFactory values =
                new DoubleSpinnerValueFactory(parameter.least(), parameter.most(), parameter.usual(), parameter.step());
        Spinner<Double> spinner = new Spinner<>(values);
        values.setConverter(new ParameterText(values::getValue));
        spinner.setId("indicator-" + indicator.code() + '-' + parameter.code());
        spinner.setEditable(true);
        spinner.getEditor().setPrefColumnCount(DIGITS);
        spinner.getStyleClass().add("indicator-number");
        String name = indicator.labelOf(index);
        spinner.setAccessibleText(indicator.label() + ' ' + name);
        spinner.setTooltip(new Tooltip(name));
        choices.subscribe(
                (IndicatorChoices now) -> values.setValue(now.values(indicator).get(index)));
        values.valueProperty().subscribe(value -> {
            if (!choices.get().values(indicator).get(index).equals(value)) {
                model.change(indicator, index, value);
                values.setValue(choices.get().values(indicator).get(index));
            }
        });
        Label label = new Label(name);
        label.setLabelFor(spinner);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.getStyleClass().add("indicator-parameter");
        return new Region[] {label, spinner};
    }
}
