package dev.liveticker.desktop.portfolio;

import dev.liveticker.desktop.text.Dates;
import dev.liveticker.desktop.text.MoneyFormat;
import dev.liveticker.desktop.text.PriceFormat;
import dev.liveticker.desktop.text.Quantity;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What was bought and sold of one symbol, the newest first. */
final class TransactionsPage extends VBox {

    private final PortfolioViewModel model;
    private final TableView<Transaction> table = new TableView<>();

    TransactionsPage(PortfolioViewModel model, ObservableDoubleValue textScale) {
        this.model = model;
        buildTable(textScale);
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(bar(), table);
    }

    void focus() {
        table.requestFocus();
        if (table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
    }

    private Bar bar() {
        Button undo = Bar.button("transactions-undo", Texts.of("portfolio.undo"), model::undo);
        undo.getStyleClass().add("flat");
        undo.visibleProperty().bind(model.wayBack());
        undo.managedProperty().bind(undo.visibleProperty());
        Button edit = Bar.icon(
                "transaction-edit",
                new FontIcon(Feather.EDIT_2),
                Texts.of("portfolio.edit"),
                () -> chosen(model::edit));
        Button remove = Bar.icon(
                "transaction-remove",
                new FontIcon(Feather.TRASH_2),
                Texts.of("portfolio.remove"),
                () -> chosen(model::remove));
        edit.disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        remove.disableProperty().bind(edit.disableProperty());
        Button add = Bar.button("transactions-add", Texts.of("portfolio.add"), model::add);
        add.setGraphic(new FontIcon(Feather.PLUS));
        Bar bar = new Bar(undo, edit, remove, add).from(Bar.back(Texts.of("portfolio.back"), model::back));
        model.page().subscribe(() -> describe(bar));
        model.said().subscribe(() -> describe(bar));
        model.transactions().subscribe(() -> describe(bar));
        return bar;
    }

    private void describe(Bar bar) {
        if (model.page().get() instanceof Page.Transactions shown) {
            String said = model.said().get();
            bar.title().setText(said.isEmpty() ? held(shown.symbol()) : said);
        }
    }

    private String held(Symbol symbol) {
        return model.positions()
                .find(symbol)
                .filter(row -> row.position().isOpen())
                .map(row -> Texts.of(
                        "portfolio.transactions.of",
                        symbol.text(),
                        row.shown(Figure.QUANTITY),
                        row.shown(Figure.AVERAGE)))
                .orElse(symbol.text());
    }

    private void buildTable(ObservableDoubleValue textScale) {
        table.setId("transactions-table");
        table.setAccessibleText(Texts.of("portfolio.transactions"));
        table.getStyleClass().addAll("edge-to-edge", "portfolio-table");
        table.setItems(model.transactions());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns()
                .setAll(List.of(
                        column(
                                Texts.of("portfolio.entry.date"),
                                false,
                                92,
                                textScale,
                                each -> Dates.write(each.date())),
                        column(Texts.of("portfolio.entry.side"), false, 62, textScale, each -> side(each.side())),
                        column(
                                Texts.of("portfolio.column.quantity"),
                                true,
                                78,
                                textScale,
                                each -> Quantity.exact(each.quantity())),
                        column(
                                Texts.of("portfolio.entry.price"),
                                true,
                                88,
                                textScale,
                                each -> prices(each).price(each.price())),
                        column(
                                Texts.of("portfolio.entry.fee"),
                                true,
                                62,
                                textScale,
                                each -> amounts(each).amount(each.fee())),
                        column(
                                Texts.of("portfolio.column.paid"),
                                true,
                                92,
                                textScale,
                                each -> amounts(each).amount(each.paid().abs()))));
        table.setRowFactory(view -> row());
        table.setOnKeyPressed(event -> {
            KeyCode key = event.getCode();
            if (key == KeyCode.DELETE || key == KeyCode.BACK_SPACE) {
                chosen(model::remove);
                event.consume();
            } else if (key == KeyCode.ENTER) {
                chosen(model::edit);
                event.consume();
            } else if (key == KeyCode.INSERT) {
                model.add();
                event.consume();
            }
        });
    }

    private TableRow<Transaction> row() {
        TableRow<Transaction> row = new TableRow<>();
        row.accessibleTextProperty().bind(row.itemProperty().map(this::spoken).orElse(""));
        MenuItem edit = new MenuItem(Texts.of("portfolio.edit"));
        edit.setOnAction(event -> model.edit(row.getItem()));
        MenuItem remove = new MenuItem(Texts.of("portfolio.remove"));
        // No accelerator: it would be one of the whole window. The table hears its keys itself.
        remove.setOnAction(event -> model.remove(row.getItem()));
        ContextMenu menu = new ContextMenu(edit, remove);
        row.emptyProperty().subscribe(empty -> row.setContextMenu(empty ? null : menu));
        row.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && row.getItem() != null) {
                model.edit(row.getItem());
            }
        });
        return row;
    }

    private void chosen(Consumer<Transaction> action) {
        Transaction chosen = table.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            action.accept(chosen);
        }
    }

    private String spoken(Transaction each) {
        return Texts.of(
                "portfolio.spoken.transaction",
                Dates.write(each.date()),
                side(each.side()),
                Quantity.exact(each.quantity()),
                prices(each).price(each.price()));
    }

    private PriceFormat prices(Transaction of) {
        return model.positions().find(of.symbol()).map(FigureRow::prices).orElseGet(() -> PriceFormat.of(2));
    }

    private MoneyFormat amounts(Transaction of) {
        return model.positions().find(of.symbol()).map(FigureRow::amounts).orElseGet(() -> MoneyFormat.of(""));
    }

    private static String side(Side side) {
        return switch (side) {
            case BUY -> Texts.of("portfolio.side.buy");
            case SELL -> Texts.of("portfolio.side.sell");
        };
    }

    private static TableColumn<Transaction, String> column(
            String title,
            boolean numeric,
            double width,
            ObservableDoubleValue textScale,
            Function<Transaction, String> text) {
        TableColumn<Transaction, String> column = new TableColumn<>(title);
        column.setCellValueFactory(features -> new ReadOnlyStringWrapper(text.apply(features.getValue())));
        column.setSortable(false);
        column.setReorderable(false);
        textScale.subscribe(scale -> {
            column.setMinWidth(width * scale.doubleValue() * 0.75);
            column.setPrefWidth(width * scale.doubleValue());
        });
        if (numeric) {
            column.getStyleClass().add("numeric");
        }
        return column;
    }
}
