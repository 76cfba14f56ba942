package dev.liveticker.desktop.portfolio;

import dev.liveticker.desktop.text.Texts;
import java.util.List;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableDoubleValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Positions in a table, and below it, always in sight, what they come to. */
final class PositionsPage extends VBox {

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final PseudoClass CLOSED = PseudoClass.getPseudoClass("closed");

    /** Bar, head and four positions, in rows. */
    private static final int LEAST_ROWS = 7;

    private final BooleanProperty roomy = new SimpleBooleanProperty(true);
    private final PortfolioViewModel model;
    private final PositionsViewModel positions;
    private final TableView<PositionRow> table = new TableView<>();
    private final TableView<TotalRow> totals = new TableView<>();

    PositionsPage(PortfolioViewModel model, ObservableDoubleValue textScale, Runnable importing, Runnable exporting) {
        this.model = model;
        this.positions = model.positions();
        FigureColumns<PositionRow> columns = new FigureColumns<>(textScale);
        FigureColumns<TotalRow> sums = new FigureColumns<>(textScale);
        buildTable(columns);
        buildTotals(columns, sums);
        table.widthProperty().subscribe(width -> columns.fit(width.doubleValue()));
        textScale.subscribe(scale -> columns.fit(table.getWidth()));
        positions.widest().subscribe(texts -> {
            columns.hold(texts);
            columns.fit(table.getWidth());
        });
        positions.live().subscribe(live -> {
            table.pseudoClassStateChanged(STALE, !live);
            totals.pseudoClassStateChanged(STALE, !live);
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(bar(importing, exporting), table, totals);
        followSelection();
    }

    void focus() {
        table.requestFocus();
    }

    private Bar bar(Runnable importing, Runnable exporting) {
        Button add = Bar.button("portfolio-add", Texts.of("portfolio.add"), model::add);
        add.setGraphic(new FontIcon(Feather.PLUS));
        MenuItem from = new MenuItem(Texts.of("portfolio.import"));
        from.setId("portfolio-import");
        from.setOnAction(event -> importing.run());
        MenuItem to = new MenuItem(Texts.of("portfolio.export"));
        to.setId("portfolio-export");
        to.setOnAction(event -> exporting.run());
        MenuItem undo = new MenuItem(Texts.of("portfolio.undo"));
        undo.disableProperty().bind(model.undoable().not());
        undo.setOnAction(event -> model.undo());
        MenuItem redo = new MenuItem(Texts.of("portfolio.redo"));
        redo.disableProperty().bind(model.redoable().not());
        redo.setOnAction(event -> model.redo());
        MenuButton menu = new MenuButton();
        menu.setId("portfolio-menu");
        menu.setGraphic(new FontIcon(Feather.MORE_HORIZONTAL));
        menu.getStyleClass().addAll("button-icon", "flat", "no-arrow");
        menu.setTooltip(new Tooltip(Texts.of("portfolio.menu")));
        menu.setAccessibleText(Texts.of("portfolio.menu"));
        menu.getItems().setAll(from, to, undo, redo);
        Button back = Bar.button("portfolio-undo", Texts.of("portfolio.undo"), model::undo);
        back.getStyleClass().add("flat");
        back.visibleProperty().bind(model.wayBack());
        back.managedProperty().bind(back.visibleProperty());
        Bar bar = new Bar(back, add, menu);
        bar.title().setId("portfolio-said");
        Tooltip sums = new Tooltip();
        sums.textProperty().bind(positions.summary());
        bar.title().setTooltip(sums);
        bar.title()
                .textProperty()
                .bind(Bindings.when(model.said().isNotEmpty().or(roomy))
                        .then(model.said())
                        .otherwise(positions.summary()));
        return bar;
    }

    private void buildTable(FigureColumns<PositionRow> columns) {
        table.setId("portfolio-table");
        table.setAccessibleText(Texts.of("portfolio.title"));
        table.getStyleClass().addAll("edge-to-edge", "portfolio-table");
        table.setItems(positions.rows());
        table.getColumns().setAll(columns.all());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setSortPolicy(sorted -> {
            positions.sortBy(sorted.getComparator());
            return true;
        });
        table.setPlaceholder(emptyState());
        table.setRowFactory(view -> row());
        table.setOnKeyPressed(event -> {
            PositionRow row = positions.selected().get();
            if (event.getCode() == KeyCode.ENTER && row != null) {
                model.open(row.symbol());
                event.consume();
            } else if (event.getCode() == KeyCode.INSERT) {
                model.add();
                event.consume();
            }
        });
    }

    /** A table without a head, whose columns are as wide as those above. */
    private void buildTotals(FigureColumns<PositionRow> columns, FigureColumns<TotalRow> sums) {
        totals.setId("portfolio-totals");
        totals.setAccessibleText(Texts.of("portfolio.totals"));
        totals.getStyleClass().addAll("edge-to-edge", "portfolio-table", "portfolio-totals");
        totals.setItems(positions.totals());
        totals.getColumns().setAll(sums.all());
        totals.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        totals.setFocusTraversable(false);
        List<TableColumn<PositionRow, ?>> above = columns.all();
        List<TableColumn<TotalRow, ?>> below = sums.all();
        for (int i = 0; i < above.size(); i++) {
            TableColumn<PositionRow, ?> column = above.get(i);
            TableColumn<TotalRow, ?> total = below.get(i);
            column.widthProperty().subscribe(width -> {
                total.setMinWidth(0);
                total.setMaxWidth(width.doubleValue());
                total.setMinWidth(width.doubleValue());
            });
            column.visibleProperty().subscribe(total::setVisible);
        }
        totals.setRowFactory(view -> {
            TableRow<TotalRow> row = new TableRow<>();
            speak(row);
            return row;
        });
        totals.prefHeightProperty()
                .bind(totals.fixedCellSizeProperty()
                        .multiply(Bindings.size(positions.totals()))
                        .add(2));
        totals.minHeightProperty().bind(totals.prefHeightProperty());
        totals.maxHeightProperty().bind(totals.prefHeightProperty());
        // With less room the totals are said in the line above, and leave theirs to the positions.
        DoubleBinding least = Bindings.createDoubleBinding(
                () -> (LEAST_ROWS + positions.totals().size()) * totals.getFixedCellSize(),
                totals.fixedCellSizeProperty(),
                positions.totals());
        roomy.bind(heightProperty().greaterThanOrEqualTo(least));
        totals.visibleProperty().bind(Bindings.isNotEmpty(positions.totals()).and(roomy));
        totals.managedProperty().bind(totals.visibleProperty());
    }

    private TableRow<PositionRow> row() {
        TableRow<PositionRow> row = new TableRow<>();
        speak(row);
        row.itemProperty()
                .flatMap(item -> item.figure(Figure.QUANTITY))
                .subscribe(quantity -> row.pseudoClassStateChanged(CLOSED, quantity != null && quantity.signum() == 0));
        row.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && row.getItem() != null) {
                model.open(row.getItem().symbol());
            }
        });
        return row;
    }

    private static <R extends FigureRow> void speak(TableRow<R> row) {
        row.accessibleTextProperty()
                .bind(row.itemProperty()
                        .flatMap(item -> item.figure(Figure.VALUE)
                                .map(value -> item.spoken())
                                .orElse(item.spoken()))
                        .orElse(""));
    }

    private void followSelection() {
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                positions.selected().set(row);
            }
        });
        positions.selected().subscribe(this::select);
        positions.rows().subscribe(() -> select(positions.selected().get()));
    }

    private void select(PositionRow row) {
        if (row == null) {
            table.getSelectionModel().clearSelection();
        } else if (!Objects.equals(table.getSelectionModel().getSelectedItem(), row)) {
            int index = positions.rows().indexOf(row);
            if (index >= 0) {
                table.getSelectionModel().clearAndSelect(index);
            }
        }
    }

    private static VBox emptyState() {
        Label title = new Label(Texts.of("portfolio.empty.title"));
        title.getStyleClass().add("empty-title");
        Label hint = new Label(Texts.of("portfolio.empty.hint"));
        hint.getStyleClass().add("empty-hint");
        hint.setWrapText(true);
        VBox box = new VBox(title, hint);
        box.getStyleClass().add("empty-state");
        return box;
    }
}
