package dev.liveticker.server.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.liveticker.message.Bar;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Status;
import dev.liveticker.message.Trade;
import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Follows a market from its opening and holds each event against what must always be true. */
final class MarketWatch {

    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final Map<Symbol, Instrument> instruments;
    private final Map<Symbol, Quote> known = new HashMap<>();
    private final Map<Symbol, Trade> lastTrades = new HashMap<>();
    private final Map<Symbol, BigDecimal> volumes = new HashMap<>();
    private final Map<Symbol, TradingStatus> statuses = new HashMap<>();
    private final List<Status> changes = new ArrayList<>();
    private int quotes;
    private int trades;

    MarketWatch(List<Instrument> instruments, List<Quote> opening) {
        this.instruments = instruments.stream().collect(Collectors.toMap(Instrument::symbol, Function.identity()));
        for (Quote quote : opening) {
            checkPrices(quote);
            assertThat(quote.open()).isNotNull();
            assertThat(quote.previousClose()).isNotNull();
            assertThat(quote.status()).isNotNull();
            known.put(quote.symbol(), quote);
            statuses.put(quote.symbol(), Objects.requireNonNull(quote.status()));
            if (quote.volume() != null) {
                volumes.put(quote.symbol(), quote.volume());
            }
        }
    }

    int quotes() {
        return quotes;
    }

    int trades() {
        return trades;
    }

    /** Each status there was, in order. */
    List<Status> changes() {
        return changes;
    }

    Quote known(String symbol) {
        return known.get(Symbol.of(symbol));
    }

    void see(List<MarketEvent> batch) {
        for (MarketEvent event : batch) {
            assertThat(event.seq()).isZero();
            switch (event) {
                case Quote quote -> quote(quote);
                case Trade trade -> trade(trade);
                case Bar bar -> fail("bars are not the market's business: " + bar);
                case Status status -> status(status);
            }
        }
    }

    private void status(Status status) {
        TradingStatus before = statuses.put(status.symbol(), status.status());
        boolean regular = "regular trading".equals(status.reason());
        assertThat(status.status() != before || (status.status() == TradingStatus.OPEN && regular))
                .as("%s after %s", status, before)
                .isTrue();
        assertThat(status.reason()).isNotBlank();
        changes.add(status);
    }

    private void trade(Trade trade) {
        trades++;
        assertThat(statuses.get(trade.symbol())).as("%s", trade).isEqualTo(TradingStatus.OPEN);
        Quote before = known.get(trade.symbol());
        boolean buy = trade.side() == Side.BUY;
        assertThat(trade.price()).isEqualTo(buy ? before.ask() : before.bid());
        assertThat(trade.size()).isPositive().isLessThanOrEqualTo(buy ? before.askSize() : before.bidSize());
        assertThat(trade.time()).isGreaterThanOrEqualTo(before.time());
        Trade previous = lastTrades.put(trade.symbol(), trade);
        assertThat(trade.tradeId()).isEqualTo(previous == null ? 1 : previous.tradeId() + 1);
        volumes.merge(trade.symbol(), trade.size(), BigDecimal::add);
    }

    private void quote(Quote quote) {
        quotes++;
        Quote before = known.get(quote.symbol());
        assertThat(quote.time()).isGreaterThanOrEqualTo(before.time());
        assertThat(statuses.get(quote.symbol())).as("%s", quote).isEqualTo(TradingStatus.OPEN);
        assertThat(quote.status()).isNull();
        if (quote.previousClose() != null) {
            assertThat(quote.previousClose()).isEqualTo(before.last());
            volumes.computeIfPresent(quote.symbol(), (symbol, volume) -> BigDecimal.ZERO);
        }
        if (quote.open() == null) {
            assertThat(quote.high())
                    .satisfiesAnyOf(
                            high -> assertThat(high).isNull(),
                            high -> assertThat(high).isGreaterThan(before.high()));
            assertThat(quote.low())
                    .satisfiesAnyOf(
                            low -> assertThat(low).isNull(),
                            low -> assertThat(low).isLessThan(before.low()));
        } else {
            assertThat(quote.high()).isGreaterThanOrEqualTo(quote.open());
            assertThat(quote.low()).isLessThanOrEqualTo(quote.open());
        }
        Quote whole = quote.over(before);
        assertThat(differs(before, whole) || quote.hasSessionFields())
                .as("quote that says nothing new: %s", quote)
                .isTrue();
        checkPrices(whole);
        if (quote.volume() != null) {
            assertThat(quote.volume()).isEqualByComparingTo(volumes.get(quote.symbol()));
        }
        Trade trade = lastTrades.get(quote.symbol());
        if (trade != null) {
            assertThat(quote.last()).isEqualTo(trade.price());
            assertThat(quote.lastSize()).isEqualTo(trade.size());
        }
        known.put(quote.symbol(), whole);
    }

    private static boolean differs(Quote before, Quote after) {
        return !List.of(
                        String.valueOf(before.bid()),
                        String.valueOf(before.bidSize()),
                        String.valueOf(before.ask()),
                        String.valueOf(before.askSize()),
                        String.valueOf(before.last()),
                        String.valueOf(before.volume()))
                .equals(List.of(
                        String.valueOf(after.bid()),
                        String.valueOf(after.bidSize()),
                        String.valueOf(after.ask()),
                        String.valueOf(after.askSize()),
                        String.valueOf(after.last()),
                        String.valueOf(after.volume())));
    }

    private void checkPrices(Quote quote) {
        onTick(quote, quote.last());
        assertThat(quote.high()).isGreaterThanOrEqualTo(quote.last());
        assertThat(quote.low()).isLessThanOrEqualTo(quote.last());
        onTick(quote, quote.high());
        onTick(quote, quote.low());
        if (isIndex(quote)) {
            assertThat(quote.bid()).isNull();
            assertThat(quote.bidSize()).isNull();
            assertThat(quote.ask()).isNull();
            assertThat(quote.askSize()).isNull();
            assertThat(quote.lastSize()).isNull();
            assertThat(quote.volume()).isNull();
        } else {
            onTick(quote, quote.bid());
            onTick(quote, quote.ask());
            assertThat(quote.bid()).isLessThan(quote.ask());
            assertThat(quote.bidSize()).isPositive();
            assertThat(quote.askSize()).isPositive();
        }
    }

    private boolean isIndex(Quote quote) {
        return switch (instruments.get(quote.symbol()).kind()) {
            case INDEX -> true;
            case STOCK, CRYPTO, FX -> false;
        };
    }

    private void onTick(Quote quote, BigDecimal price) {
        assertThat(price).isPositive();
        assertThat(price.scale()).isNotNegative();
        Instrument instrument = instruments.get(quote.symbol());
        assertThat(price.remainder(instrument.tickSize())).isZero();
        if (instrument.kind() == AssetClass.STOCK
                && instrument.currency().equals("USD")
                && price.compareTo(BigDecimal.ONE) >= 0) {
            assertThat(price.remainder(CENT)).as("%s is in cents", price).isZero();
        }
    }
}
