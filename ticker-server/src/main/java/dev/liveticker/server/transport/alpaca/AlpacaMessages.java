package dev.liveticker.server.transport.alpaca;

import dev.liveticker.message.Acknowledged;
import dev.liveticker.message.AlertRemoved;
import dev.liveticker.message.AlertSet;
import dev.liveticker.message.Alerts;
import dev.liveticker.message.Authenticated;
import dev.liveticker.message.Bar;
import dev.liveticker.message.Failure;
import dev.liveticker.message.Gap;
import dev.liveticker.message.Heartbeat;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Notification;
import dev.liveticker.message.Pong;
import dev.liveticker.message.Quote;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Status;
import dev.liveticker.message.Subscribed;
import dev.liveticker.message.Trade;
import dev.liveticker.message.Welcome;
import dev.liveticker.model.Interval;
import dev.liveticker.model.MicroTime;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The hub's messages as Alpaca's, field by field (docs.alpaca.markets/docs/real-time-stock-pricing-data). What the hub
 * does not know is always the same: the exchange is IEX, the condition a regular one, the tape Nasdaq's.
 */
final class AlpacaMessages {

    private static final byte[] NOTHING = new byte[0];
    private static final String EXCHANGE = "V";
    private static final String TAPE = "C";
    private static final List<String> REGULAR_TRADE = List.of("@");
    private static final List<String> REGULAR_QUOTE = List.of("R");

    private final Tongue tongue;
    private final InstantSource clock;

    /** @param clock for changes of status, which the hub tells without a time */
    AlpacaMessages(Tongue tongue, InstantSource clock) {
        this.tongue = tongue;
        this.clock = clock;
    }

    /** What happened in the market; empty for what Alpaca has no word for. */
    byte[] of(ServerMessage message) {
        return switch (message) {
            case Trade trade -> trade(trade);
            case Quote quote -> quote(quote);
            case Snapshot snapshot -> quote(snapshot.quote());
            case Bar bar -> bar(bar);
            case Status status -> status(status);
            case Welcome _,
                    Authenticated _,
                    Subscribed _,
                    Notification _,
                    Acknowledged _,
                    Alerts _,
                    AlertSet _,
                    AlertRemoved _,
                    Heartbeat _,
                    Pong _,
                    Gap _,
                    Failure _,
                    ServerMessage.Unrecognized _ -> NOTHING;
        };
    }

    /** Whether it is something that happened in the market. */
    static boolean isEvent(ServerMessage message) {
        return message instanceof MarketEvent || message instanceof Snapshot;
    }

    private byte[] trade(Trade trade) {
        return message("t", trade.symbol().text(), fields -> {
            fields.whole("i", trade.tradeId());
            fields.text("x", EXCHANGE);
            fields.price("p", trade.price());
            fields.size("s", trade.size());
            fields.time("t", trade.time());
            fields.list("c", REGULAR_TRADE);
            fields.text("z", TAPE);
        });
    }

    /** A side that nobody quotes is written as zero; an index, which nobody quotes at all, has no quotes. */
    private byte[] quote(Quote quote) {
        BigDecimal bid = quote.bid();
        BigDecimal ask = quote.ask();
        if (bid == null && ask == null) {
            return NOTHING;
        }
        return message("q", quote.symbol().text(), fields -> {
            fields.text("bx", EXCHANGE);
            fields.price("bp", orZero(bid));
            fields.size("bs", orZero(quote.bidSize()));
            fields.text("ax", EXCHANGE);
            fields.price("ap", orZero(ask));
            fields.size("as", orZero(quote.askSize()));
            fields.time("t", quote.time());
            fields.list("c", REGULAR_QUOTE);
            fields.text("z", TAPE);
        });
    }

    private static BigDecimal orZero(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }

    /** Minutes when they are over, days as they go; other intervals are subscribed to for other ends. */
    private byte[] bar(Bar bar) {
        boolean minute = bar.interval() == Interval.ONE_MINUTE && bar.closed();
        if (!minute && bar.interval() != Interval.ONE_DAY) {
            return NOTHING;
        }
        return message(minute ? "b" : "d", bar.symbol().text(), fields -> {
            fields.price("o", bar.open());
            fields.price("h", bar.high());
            fields.price("l", bar.low());
            fields.price("c", bar.close());
            fields.size("v", bar.volume());
            fields.time("t", bar.start());
            fields.whole("n", bar.trades());
        });
    }

    /** In the codes of the UTP plan, whose tape is named. There is none for an exchange that closes as every day. */
    private byte[] status(Status status) {
        return switch (status.status()) {
            case OPEN -> status(status, "T", "Trading Resumption");
            case HALTED -> status(status, "H", "Trading Halt");
            case CLOSED -> NOTHING;
        };
    }

    private byte[] status(Status status, String code, String meaning) {
        String reason = status.reason();
        long now = MicroTime.of(clock.instant());
        return message("s", status.symbol().text(), fields -> {
            fields.text("sc", code);
            fields.text("sm", meaning);
            fields.text("rc", "");
            fields.text("rm", reason == null ? "" : reason);
            fields.time("t", now);
            fields.text("z", TAPE);
        });
    }

    byte[] success(String what) {
        return tongue.message(fields -> {
            fields.text("T", "success");
            fields.text("msg", what);
        });
    }

    byte[] error(AlpacaError error) {
        return tongue.message(fields -> {
            fields.text("T", "error");
            fields.whole("code", error.code());
            fields.text("msg", error.message());
        });
    }

    /** All that a client is subscribed to, by channel. */
    byte[] subscription(Map<AlpacaChannel, List<String>> symbols) {
        return tongue.message(fields -> {
            fields.text("T", "subscription");
            for (AlpacaChannel channel : AlpacaChannel.values()) {
                fields.list(channel.code(), symbols.getOrDefault(channel, List.of()));
            }
        });
    }

    private byte[] message(String type, String symbol, Consumer<Fields> rest) {
        return tongue.message(fields -> {
            fields.text("T", type);
            fields.text("S", symbol);
            rest.accept(fields);
        });
    }
}
