package dev.liveticker.server.venue;

import dev.liveticker.feed.FeedLoop;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.venue.VenueStatistics.Count;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands on the trades of a venue that numbers them, in order; what is missing is fetched by request first. What a
 * request does not bring in time is counted as lost. Used on the loop alone.
 */
final class TradeHealer {

    private static final Logger LOG = LoggerFactory.getLogger(TradeHealer.class);

    /** How long later trades wait for missing ones. */
    static final Duration DEADLINE = Duration.ofSeconds(10);

    /** A venue may know of a trade before it has sent it. */
    static final Duration GRACE = Duration.ofSeconds(1);

    private static final int MOST_PAGES = 8;

    /** The largest number that JSON carries exactly everywhere. */
    private static final long LARGEST_ID = 1L << 53;

    private static final class Line {

        private final Symbol symbol;
        private final TradeSequence sequence;
        private boolean healing;
        private boolean graced;
        private int round;

        private Line(Symbol symbol, LongSupplier now) {
            this.symbol = symbol;
            this.sequence = new TradeSequence(now);
        }
    }

    private final VenueProtocol protocol;
    private final VenueRequests requests;
    private final FeedLoop loop;
    private final VenueStatistics statistics;
    private final BiConsumer<Symbol, VenueTrade> out;
    private final Map<Symbol, Line> lines = new LinkedHashMap<>();

    /** @param out is given each trade once */
    TradeHealer(
            VenueProtocol protocol,
            VenueRequests requests,
            FeedLoop loop,
            VenueStatistics statistics,
            BiConsumer<Symbol, VenueTrade> out) {
        this.protocol = protocol;
        this.requests = requests;
        this.loop = loop;
        this.statistics = statistics;
        this.out = out;
    }

    /** Counts from here on, this trade left out; false if it counts already. */
    boolean begin(Symbol symbol, VenueTrade trade) {
        return isNumber(trade.id()) && line(symbol).sequence.beginAfter(trade.id(), trade.time());
    }

    void trade(Symbol symbol, VenueTrade trade) {
        if (!isNumber(trade.id())) {
            statistics.add(Count.MALFORMED_MESSAGES, 1);
            return;
        }
        Line line = line(symbol);
        TradeSequence.Outcome outcome = line.sequence.offer(trade);
        statistics.add(Count.DUPLICATE_TRADES, outcome.duplicates());
        handOn(line, outcome);
        if (line.sequence.holds()) {
            heal(line);
        }
    }

    /** The venue says that there are trades up to this one. */
    void upTo(Symbol symbol, long id) {
        Line line = line(symbol);
        line.sequence.upTo(id);
        if (line.sequence.missing().isPresent() && !line.healing && !line.graced) {
            line.graced = true;
            loop.schedule(GRACE, () -> {
                line.graced = false;
                heal(line);
            });
        }
    }

    private static boolean isNumber(long id) {
        return id >= 1 && id <= LARGEST_ID;
    }

    private Line line(Symbol symbol) {
        return lines.computeIfAbsent(symbol, absent -> new Line(absent, () -> VenueTime.micros(loop.wallClock())));
    }

    private void heal(Line line) {
        Optional<MissingTrades> missing = line.sequence.missing();
        if (missing.isEmpty() || line.healing) {
            return;
        }
        line.healing = true;
        int round = ++line.round;
        statistics.add(Count.GAPS, 1);
        loop.schedule(DEADLINE, () -> {
            if (line.round == round) {
                giveUp(line);
            }
        });
        fetch(line, missing.get(), MOST_PAGES);
    }

    private void fetch(Line line, MissingTrades missing, int pages) {
        int round = line.round;
        BooleanSupplier wanted = () -> line.healing && line.round == round;
        requests.getSoon(
                protocol.missedTrades(line.symbol, missing, line.sequence.newestTime()),
                wanted,
                answer -> {
                    if (wanted.getAsBoolean()) {
                        List<VenueTrade> found;
                        try {
                            found = protocol.readTrades(answer);
                        } catch (RuntimeException e) {
                            LOG.debug("an answer with trades made no sense", e);
                            found = List.of();
                        }
                        fetched(line, found, pages);
                    }
                },
                loss -> {
                    if (wanted.getAsBoolean()) {
                        LOG.debug("missing trades of {} cannot be had: {}", line.symbol, loss.why());
                        giveUp(line);
                    }
                });
    }

    private void fetched(Line line, List<VenueTrade> found, int pages) {
        List<VenueTrade> sound =
                found.stream().filter(trade -> isNumber(trade.id())).toList();
        TradeSequence.Outcome outcome = line.sequence.fill(sound);
        statistics.add(Count.HEALED_TRADES, outcome.taken());
        handOn(line, outcome);
        Optional<MissingTrades> left = line.sequence.missing();
        if (left.isEmpty()) {
            line.healing = false;
            line.round++;
        } else if (outcome.taken() == 0 || pages <= 1) {
            giveUp(line);
        } else {
            fetch(line, left.get(), pages - 1);
        }
    }

    private void giveUp(Line line) {
        line.healing = false;
        line.round++;
        handOn(line, line.sequence.giveUp());
    }

    private void handOn(Line line, TradeSequence.Outcome outcome) {
        statistics.add(Count.LOST_TRADES, outcome.lost());
        outcome.ready().forEach(trade -> out.accept(line.symbol, trade));
    }
}
