package dev.liveticker.desktop.trade;

import dev.liveticker.desktop.text.Quantity;
import dev.liveticker.desktop.text.Texts;
import java.time.ZoneId;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The newest trades on top; stands still while one reads in it. */
public final class TradesView extends VBox {

    private final TradesViewModel model;
    private final ListView<TradeRow> list = new ListView<>();
    private boolean scrolled;

    public TradesView(TradesViewModel model) {
        this.model = model;
        setId("trades-view");
        getStyleClass().add("trades");
        buildList();
        StackPane body = new StackPane(list, heldButton());
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head(), names(), body);
    }

    private HBox head() {
        Label heading = new Label();
        heading.setId("trades-heading");
        heading.setWrapText(true);
        heading.textProperty().bind(model.heading());
        HBox head = new HBox(heading);
        head.getStyleClass().add("trades-head");
        head.setAlignment(Pos.CENTER_LEFT);
        // In as many lines as it takes: those of the list can be scrolled to.
        head.setMinHeight(Region.USE_PREF_SIZE);
        return head;
    }

    private static TradeLine names() {
        TradeLine names = new TradeLine();
        names.getStyleClass().add("trade-names");
        names.time.setText(Texts.of("trade.column.time"));
        names.price.setText(Texts.of("trade.column.price"));
        names.size.setText(Texts.of("trade.column.size"));
        names.side.setText(Texts.of("trade.column.side"));
        return names;
    }

    private void buildList() {
        list.setId("trades-list");
        list.getStyleClass().addAll("edge-to-edge", "dense", "trade-list");
        list.setAccessibleText(Texts.of("trade.title"));
        list.setItems(model.rows());
        list.setCellFactory(view -> new TradeCell(model, ZoneId.systemDefault()));
        Label empty = new Label();
        empty.getStyleClass().add("trades-empty");
        empty.setWrapText(true);
        empty.textProperty().bind(model.notice());
        list.setPlaceholder(empty);
        list.hoverProperty().subscribe(this::pause);
        list.skinProperty().subscribe(skin -> {
            if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
                flow.positionProperty().subscribe(position -> {
                    scrolled = position.doubleValue() > 0;
                    pause();
                });
            }
        });
    }

    private void pause() {
        model.pause(!model.rows().isEmpty() && (scrolled || list.isHover()));
    }

    private Button heldButton() {
        Button held = new Button();
        held.setId("trades-held");
        held.getStyleClass().addAll("small", "rounded", "accent");
        held.setMinWidth(Region.USE_PREF_SIZE);
        held.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Texts.of("trade.held", Quantity.count(model.held().get())), model.held()));
        held.visibleProperty().bind(model.held().greaterThan(0));
        held.managedProperty().bind(held.visibleProperty());
        held.setOnAction(event -> {
            model.pause(false);
            list.scrollTo(0);
        });
        StackPane.setAlignment(held, Pos.TOP_CENTER);
        return held;
    }
}
