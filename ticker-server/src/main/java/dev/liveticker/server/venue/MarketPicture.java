package dev.liveticker.server.venue;

import dev.liveticker.feed.FeedLoop;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Status;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import dev.liveticker.server.venue.VenueStatistics.Count;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a venue's market stands. What a venue says is checked here, counted if it is not believed, and handed on as the
 * market's own events: trades under own numbers, whole quotes, changes of status. While the venue is not reached every
 * symbol is halted, so that nobody takes a price that stands still for one that holds. Used on the loop alone, except
 * {@link #quotes}.
 */
final class MarketPicture {

    /** A venue's clock may be so much ahead of this machine's. */
    static final Duration MOST_AHEAD = Duration.ofMinutes(1);

    /** Nothing older is news, a long weekend included. */
    static final Duration MOST_BEHIND = Duration.ofDays(7);

    private final String venue;
    private final FeedLoop loop;
    private final VenueStatistics statistics;
    private final Map<Symbol, SymbolPicture> symbols = new LinkedHashMap<>();
    private final Set<SymbolPicture> changed = new LinkedHashSet<>();
    private List<MarketEvent> batch = new ArrayList<>();
    private @Nullable Consumer<List<MarketEvent>> listener;
    private boolean flushing;
    private boolean reached = true;

    MarketPicture(String venue, Collection<Symbol> symbols, FeedLoop loop, VenueStatistics statistics) {
        this.venue = venue;
        this.loop = loop;
        this.statistics = statistics;
        long now = VenueTime.micros(loop.wallClock());
        symbols.forEach(symbol -> this.symbols.put(symbol, new SymbolPicture(symbol, now)));
    }

    /** All that is known of each symbol. Any thread may ask. */
    List<Quote> quotes() {
        return symbols.values().stream().map(SymbolPicture::whole).toList();
    }

    /** Whether something is known of the price of every symbol. */
    boolean complete() {
        return symbols.values().stream().allMatch(each -> each.last != null || each.bid != null || each.ask != null);
    }

    /** From now on tells what happens, beginning with how everything stands. */
    void start(Consumer<List<MarketEvent>> to) {
        listener = to;
        symbols.values().forEach(this::change);
    }

    /** The venue is reached or not; as long as it is not, all are halted. */
    void reached(boolean now) {
        reached = now;
        for (SymbolPicture picture : symbols.values()) {
            picture.traded &= now;
            settle(picture);
        }
    }

    void status(Symbol symbol, TradingStatus status, @Nullable String reason) {
        SymbolPicture picture = symbols.get(symbol);
        if (picture != null) {
            picture.venueStatus = status;
            picture.venueReason = reason;
            settle(picture);
        }
    }

    void top(Symbol symbol, long time, TopOfBook top) {
        SymbolPicture picture = symbols.get(symbol);
        if (picture == null || !timely(time) || bad(top.bid()) || bad(top.ask())) {
            return;
        }
        BigDecimal bid = top.bid().value();
        BigDecimal ask = top.ask().value();
        if (bid != null && ask != null && bid.compareTo(ask) > 0) {
            statistics.reject(Rejection.CROSSED);
            return;
        }
        picture.at(time);
        picture.bid = reachable(picture, bid);
        picture.bidSize = picture.bid == null ? null : size(top.bidSize());
        picture.ask = reachable(picture, ask);
        picture.askSize = picture.ask == null ? null : size(top.askSize());
        change(picture);
    }

    /** The last trade as a summary has it; trades themselves are better. */
    void last(Symbol symbol, long time, Figure price, Figure size) {
        SymbolPicture picture = symbols.get(symbol);
        if (picture == null || picture.traded || !timely(time) || bad(price)) {
            return;
        }
        BigDecimal value = price.value();
        if (value != null && admitted(picture.band.admitsSummary(value, loop.nanos()))) {
            picture.at(time);
            picture.last = value;
            picture.lastSize = size(size);
            change(picture);
        }
    }

    void day(Symbol symbol, DayFigures day) {
        SymbolPicture picture = symbols.get(symbol);
        if (picture == null) {
            return;
        }
        BigDecimal volume = day.volume().value();
        if (day.volume().fault() != null) {
            statistics.reject(day.volume().fault());
        } else if (volume != null && volume.signum() < 0) {
            statistics.reject(Rejection.NOT_POSITIVE);
        } else if (volume != null) {
            picture.volume = volume;
        }
        BigDecimal high = bad(day.high()) ? null : day.high().value();
        BigDecimal low = bad(day.low()) ? null : day.low().value();
        if (high != null && low != null && high.compareTo(low) < 0) {
            statistics.reject(Rejection.CROSSED);
        } else {
            picture.high = high == null ? picture.high : high;
            picture.low = low == null ? picture.low : low;
        }
        BigDecimal open = bad(day.open()) ? null : day.open().value();
        picture.open = open == null ? picture.open : open;
        BigDecimal close = bad(day.previousClose()) ? null : day.previousClose().value();
        picture.previousClose = close == null ? picture.previousClose : close;
        change(picture);
    }

    void trade(Symbol symbol, VenueTrade trade) {
        SymbolPicture picture = symbols.get(symbol);
        if (picture == null || !timely(trade.time()) || missing(trade.price()) || missing(trade.size())) {
            return;
        }
        BigDecimal price = trade.price().value();
        BigDecimal size = trade.size().value();
        if (price == null || size == null || !admitted(picture.band.admits(price, loop.nanos()))) {
            return;
        }
        if (listener != null) {
            statistics.add(Count.TRADES, 1);
            batch.add(new Trade(
                    symbol,
                    0,
                    picture.nextTrade(),
                    price,
                    size,
                    trade.side() == null ? picture.side(price) : trade.side(),
                    trade.time()));
        }
        picture.at(trade.time());
        picture.traded = true;
        picture.last = price;
        picture.lastSize = size;
        change(picture);
    }

    private void settle(SymbolPicture picture) {
        TradingStatus status = reached ? picture.venueStatus : TradingStatus.HALTED;
        if (status != picture.status) {
            picture.status = status;
            if (listener != null) {
                batch.add(new Status(
                        picture.symbol, 0, status, reached ? picture.venueReason : venue + " is not reached"));
            }
            change(picture);
        }
    }

    private boolean admitted(boolean admitted) {
        if (!admitted) {
            statistics.reject(Rejection.OUT_OF_BAND);
        }
        return admitted;
    }

    private @Nullable BigDecimal reachable(SymbolPicture picture, @Nullable BigDecimal price) {
        if (price == null || picture.band.reaches(price)) {
            return price;
        }
        statistics.reject(Rejection.OUT_OF_BAND);
        return null;
    }

    private @Nullable BigDecimal size(Figure size) {
        return bad(size) ? null : size.value();
    }

    private boolean timely(long time) {
        boolean timely = isTimely(time, VenueTime.micros(loop.wallClock()));
        if (!timely) {
            statistics.reject(Rejection.BAD_TIME);
        }
        return timely;
    }

    /** Whether something can be of this time; both in microseconds since the Unix epoch. */
    static boolean isTimely(long time, long now) {
        return time >= now - MOST_BEHIND.toMillis() * 1_000 && time <= now + MOST_AHEAD.toMillis() * 1_000;
    }

    /** What must be there. */
    private boolean missing(Figure figure) {
        if (figure.equals(Figure.ABSENT)) {
            statistics.reject(Rejection.NOT_A_NUMBER);
            return true;
        }
        return bad(figure);
    }

    /** What may be absent, but if not is above zero. */
    private boolean bad(Figure figure) {
        Rejection fault = figure.fault();
        if (fault == null && figure.value() != null && figure.value().signum() <= 0) {
            fault = Rejection.NOT_POSITIVE;
        }
        if (fault != null) {
            statistics.reject(fault);
        }
        return fault != null;
    }

    private void change(SymbolPicture picture) {
        picture.renew();
        if (listener != null) {
            changed.add(picture);
            if (!flushing) {
                flushing = true;
                // After what is being done now, so that what belongs together is handed on together.
                loop.execute(this::flush);
            }
        }
    }

    private void flush() {
        flushing = false;
        for (SymbolPicture picture : changed) {
            Quote news = picture.news();
            if (news != null) {
                statistics.add(Count.QUOTES, 1);
                batch.add(news);
            }
        }
        changed.clear();
        Consumer<List<MarketEvent>> to = listener;
        if (to != null && !batch.isEmpty()) {
            List<MarketEvent> given = batch;
            batch = new ArrayList<>();
            to.accept(given);
        }
    }
}
