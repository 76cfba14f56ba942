package dev.liveticker.desktop.trade;

import dev.liveticker.desktop.text.Quantity;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Side;
import java.time.ZoneId;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** A trade, or what is said of those that are missing. */
final class TradeCell extends ListCell<TradeRow> {

    private static final PseudoClass UP = PseudoClass.getPseudoClass("up");
    private static final PseudoClass DOWN = PseudoClass.getPseudoClass("down");

    private final TradesViewModel model;
    private final ZoneId zone;
    private final TradeLine line = new TradeLine();
    private final Label missing = new Label();

    TradeCell(TradesViewModel model, ZoneId zone) {
        this.model = model;
        this.zone = zone;
        getStyleClass().add("trade-cell");
        missing.getStyleClass().add("trades-missing");
        missing.setMaxWidth(Double.MAX_VALUE);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable TradeRow row, boolean empty) {
        super.updateItem(row, empty);
        if (row == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        switch (row) {
            case TradeRow.Done(Trade trade, TradeRow.Direction direction) -> show(trade, direction);
            case TradeRow.Missing(long count) -> {
                missing.setText(Texts.of("trade.missing", Quantity.count(count)));
                setGraphic(missing);
                setAccessibleText(missing.getText());
            }
        }
    }

    private void show(Trade trade, TradeRow.Direction direction) {
        String price = model.format().price(trade.price());
        line.time.setText(TradesViewModel.time(trade.time(), zone));
        line.price.setText(arrow(direction) + price);
        line.size.setText(Quantity.brief(trade.size()));
        line.side.setText(trade.side() == Side.BUY ? Texts.of("trade.buy") : Texts.of("trade.sell"));
        pseudoClassStateChanged(UP, direction == TradeRow.Direction.UP);
        pseudoClassStateChanged(DOWN, direction == TradeRow.Direction.DOWN);
        setGraphic(line);
        setAccessibleText(String.join(", ", line.time.getText(), price, line.size.getText(), line.side.getText()));
    }

    private static String arrow(TradeRow.Direction direction) {
        return switch (direction) {
            case UP -> "\u25b2 ";
            case DOWN -> "\u25bc ";
            case SAME -> "";
        };
    }
}
