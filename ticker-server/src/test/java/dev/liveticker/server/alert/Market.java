package dev.liveticker.server.alert;

import dev.liveticker.message.Quote;
import dev.liveticker.message.Trade;
import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import java.math.BigDecimal;
import java.util.List;

/** A stock and an index, and what happens to them. */
final class Market {

    static final Symbol AAPL = Symbol.of("AAPL");
    static final Symbol GSPC = Symbol.of("^GSPC");
    static final List<Instrument> INSTRUMENTS =
            List.of(instrument(AAPL, AssetClass.STOCK), instrument(GSPC, AssetClass.INDEX));

    private long time = 1_000_000;

    private static Instrument instrument(Symbol symbol, AssetClass kind) {
        return new Instrument(symbol, symbol.text(), kind, "USD", new BigDecimal("0.01"), null);
    }

    /** A whole quote of each at a price, which is also the previous close. */
    List<Quote> opening(String price) {
        return List.of(quote(AAPL, price, price), quote(GSPC, price, price));
    }

    Trade trade(String price) {
        time += 1_000_000;
        return new Trade(AAPL, 0, time, new BigDecimal(price), BigDecimal.ONE, Side.BUY, time);
    }

    Quote quote(Symbol symbol, String last, String previousClose) {
        time += 1_000;
        BigDecimal price = new BigDecimal(last);
        return new Quote(
                symbol,
                0,
                time,
                null,
                null,
                null,
                null,
                price,
                null,
                null,
                null,
                null,
                null,
                previousClose == null ? null : new BigDecimal(previousClose),
                TradingStatus.OPEN);
    }

    void pass(long seconds) {
        time += seconds * 1_000_000;
    }
}
