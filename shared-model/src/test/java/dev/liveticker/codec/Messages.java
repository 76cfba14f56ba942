package dev.liveticker.codec;

import dev.liveticker.message.Acknowledged;
import dev.liveticker.message.AlertRemoved;
import dev.liveticker.message.AlertSet;
import dev.liveticker.message.Alerts;
import dev.liveticker.message.Authenticated;
import dev.liveticker.message.Bar;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.Failure;
import dev.liveticker.message.Gap;
import dev.liveticker.message.Heartbeat;
import dev.liveticker.message.Notification;
import dev.liveticker.message.Pong;
import dev.liveticker.message.Position;
import dev.liveticker.message.Quote;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Status;
import dev.liveticker.message.Subscribed;
import dev.liveticker.message.Trade;
import dev.liveticker.message.Welcome;
import dev.liveticker.model.Alert;
import dev.liveticker.model.AlertCondition;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Every message there is, with any content. */
final class Messages {

    private Messages() {}

    static Arbitrary<ServerMessage> server() {
        return Arbitraries.oneOf(List.of(
                quotes().map(quote -> (ServerMessage) quote),
                quotes().map(Snapshot::of),
                Combinators.combine(
                                symbols(),
                                numbers(),
                                numbers(),
                                decimals(),
                                decimals(),
                                Arbitraries.of(Side.class),
                                times())
                        .as(Trade::new),
                Combinators.combine(
                                symbols(),
                                numbers(),
                                Arbitraries.of(Interval.class),
                                decimals().list().ofSize(5),
                                Arbitraries.integers().greaterOrEqual(0),
                                Arbitraries.of(true, false))
                        .as((symbol, n, interval, d, trades, closed) -> new Bar(
                                symbol, n, interval, n, d.get(0), d.get(1), d.get(2), d.get(3), d.get(4), trades,
                                closed)),
                Combinators.combine(symbols(), numbers(), Arbitraries.of(TradingStatus.class), texts().injectNull(0.5))
                        .as(Status::new),
                Combinators.combine(
                                texts(),
                                epochs(),
                                numbers(),
                                times(),
                                Arbitraries.of(true, false),
                                texts().injectNull(0.5),
                                texts().injectNull(0.5))
                        .as((server, epoch, n, time, simulated, source, user) ->
                                new Welcome(1, server, epoch, n, "session", 5_000, time, simulated, source, user)),
                Combinators.combine(
                                texts().injectNull(0.5),
                                Arbitraries.of(Channel.class),
                                Arbitraries.of(Interval.class).injectNull(0.5),
                                symbols().list(),
                                Combinators.combine(texts(), texts())
                                        .as(Subscribed.Rejection::new)
                                        .list(),
                                Arbitraries.of(true, false))
                        .as(Subscribed::new),
                Combinators.combine(
                                texts(),
                                texts(),
                                symbols().injectNull(0.3),
                                decimals().injectNull(0.3),
                                times())
                        .as((id, text, symbol, price, time) ->
                                new Notification(id, "ana", "alert", text, symbol, text, price, time)),
                texts().map(Acknowledged::new),
                texts().map(AlertRemoved::new),
                alerts().map(AlertSet::new),
                Combinators.combine(
                                texts().injectNull(0.5),
                                alerts().list().ofMaxSize(3),
                                Arbitraries.of(true, false),
                                numbers())
                        .as(Alerts::new),
                Combinators.combine(numbers(), times()).as(Heartbeat::new),
                Combinators.combine(texts().injectNull(0.3), times(), times()).as(Pong::new),
                Combinators.combine(texts().injectNull(0.3), texts(), times().injectNull(0.3))
                        .as(Authenticated::new),
                Combinators.combine(
                                Arbitraries.of(Channel.class), symbols().injectNull(0.3), numbers(), numbers(), texts())
                        .as(Gap::new),
                Combinators.combine(
                                texts(),
                                texts(),
                                texts().injectNull(0.5),
                                numbers().injectNull(0.5))
                        .as(Failure::new)));
    }

    static Arbitrary<ClientMessage> client() {
        return Arbitraries.oneOf(List.of(
                Combinators.combine(
                                texts().injectNull(0.5),
                                Arbitraries.of(Channel.class),
                                texts().list(),
                                Arbitraries.of(Interval.class).injectNull(0.5),
                                Arbitraries.doubles()
                                        .between(0.001, 1_000)
                                        .ofScale(3)
                                        .injectNull(0.5),
                                texts().injectNull(0.5))
                        .as((id, channel, symbols, interval, rate, since) -> (ClientMessage)
                                new ClientMessage.Subscribe(id, channel, symbols, interval, rate, since)),
                Combinators.combine(
                                texts().injectNull(0.5),
                                Arbitraries.of(Channel.class),
                                texts().list(),
                                Arbitraries.of(Interval.class).injectNull(0.5))
                        .as(ClientMessage.Unsubscribe::new),
                Combinators.combine(texts().injectNull(0.5), times()).as(ClientMessage.Ping::new),
                Combinators.combine(texts().injectNull(0.5), texts()).as(ClientMessage.Authenticate::new),
                Combinators.combine(
                                texts().injectNull(0.5),
                                symbols(),
                                texts(),
                                decimals().injectNull(0.5),
                                decimals().injectNull(0.5),
                                Arbitraries.of(true, false).injectNull(0.5),
                                texts().injectNull(0.5))
                        .as(ClientMessage.SetAlert::new),
                texts().injectNull(0.5).map(ClientMessage.ListAlerts::new),
                texts().injectNull(0.5).map(ClientMessage.RemoveAlert::new),
                texts().injectNull(0.5).map(ClientMessage.Acknowledge::new)));
    }

    private static Arbitrary<Alert> alerts() {
        return Combinators.combine(
                        texts(),
                        symbols(),
                        Arbitraries.of(AlertCondition.class),
                        decimals(),
                        Arbitraries.of(true, false),
                        texts().injectNull(0.5),
                        Arbitraries.of(true, false),
                        times().injectNull(0.5))
                .as((id, symbol, condition, level, repeat, note, active, fired) -> new Alert(
                        id,
                        symbol,
                        condition,
                        condition.percent() ? null : level,
                        condition.percent() ? level.negate() : null,
                        repeat,
                        note,
                        active,
                        fired));
    }

    static Arbitrary<Symbol> symbols() {
        return Arbitraries.strings()
                .withChars("ABCXYZ0189.^=:/-")
                .ofMinLength(1)
                .ofMaxLength(Symbol.MAX_LENGTH)
                .map(Symbol::of);
    }

    static Arbitrary<BigDecimal> decimals() {
        return Combinators.combine(
                        Arbitraries.bigIntegers().between(BigInteger.ZERO, BigInteger.TEN.pow(20)),
                        Arbitraries.integers().between(0, 12))
                .as(BigDecimal::new);
    }

    private static Arbitrary<Quote> quotes() {
        return Combinators.combine(
                        symbols(),
                        numbers(),
                        times(),
                        decimals().injectNull(0.2).list().ofSize(7),
                        decimals().injectNull(0.6).list().ofSize(4),
                        Arbitraries.of(TradingStatus.class).injectNull(0.6))
                .as((symbol, seq, time, p, day, status) -> new Quote(
                        symbol,
                        seq,
                        time,
                        p.get(0),
                        p.get(1),
                        p.get(2),
                        p.get(3),
                        p.get(4),
                        p.get(5),
                        p.get(6),
                        day.get(0),
                        day.get(1),
                        day.get(2),
                        day.get(3),
                        status));
    }

    private static Arbitrary<String> epochs() {
        return Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(Position.MAX_EPOCH_LENGTH);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings().ofMaxLength(12);
    }

    private static Arbitrary<Long> numbers() {
        return Arbitraries.longs().greaterOrEqual(0);
    }

    private static Arbitrary<Long> times() {
        return Arbitraries.longs().between(0, 1L << 53);
    }
}
