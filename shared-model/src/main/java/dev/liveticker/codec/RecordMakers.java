package dev.liveticker.codec;

import dev.liveticker.message.Bar;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.Heartbeat;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Status;
import dev.liveticker.message.Subscribed;
import dev.liveticker.message.Trade;
import dev.liveticker.message.Welcome;
import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.std.StdValueInstantiator;
import tools.jackson.databind.module.SimpleValueInstantiators;

/**
 * Makes the records that come most by calling their constructors. Otherwise Jackson does so through a method handle
 * with all arguments in an array: a quarter to a third of the time that reading a quote takes, and each shape of
 * arguments has the JVM make classes, in every start. What is not in the list is made that way. Whether each is made of
 * what was written is seen by reading it back ({@code RecordMakersTest}).
 */
final class RecordMakers extends SimpleValueInstantiators {

    /** What each is made of are its components, in their order. */
    static final Map<Class<?>, Function<Object[], Object>> ALL = Map.of(
            Quote.class, RecordMakers::quote,
            Snapshot.class, of -> Snapshot.of(quote(of)),
            Trade.class, RecordMakers::trade,
            Bar.class, RecordMakers::bar,
            Status.class, of -> new Status((Symbol) of[0], (Long) of[1], (TradingStatus) of[2], (String) of[3]),
            Heartbeat.class, of -> new Heartbeat((Long) of[0], (Long) of[1]),
            Welcome.class, RecordMakers::welcome,
            Subscribed.class, RecordMakers::subscribed,
            ClientMessage.Subscribe.class, RecordMakers::subscribe,
            Instrument.class, RecordMakers::instrument);

    @Override
    public ValueInstantiator modifyValueInstantiator(
            DeserializationConfig config, BeanDescription.Supplier type, ValueInstantiator standard) {
        Function<Object[], Object> constructor = ALL.get(type.getBeanClass());
        return constructor != null && standard instanceof StdValueInstantiator described
                ? new Direct(described, constructor)
                : standard;
    }

    private static Quote quote(Object[] of) {
        return new Quote(
                (Symbol) of[0],
                (Long) of[1],
                (Long) of[2],
                (BigDecimal) of[3],
                (BigDecimal) of[4],
                (BigDecimal) of[5],
                (BigDecimal) of[6],
                (BigDecimal) of[7],
                (BigDecimal) of[8],
                (BigDecimal) of[9],
                (BigDecimal) of[10],
                (BigDecimal) of[11],
                (BigDecimal) of[12],
                (BigDecimal) of[13],
                (TradingStatus) of[14]);
    }

    private static Trade trade(Object[] of) {
        return new Trade(
                (Symbol) of[0], (Long) of[1], (Long) of[2], (BigDecimal) of[3], (BigDecimal) of[4], (Side) of[5], (Long)
                        of[6]);
    }

    private static Bar bar(Object[] of) {
        return new Bar(
                (Symbol) of[0],
                (Long) of[1],
                (Interval) of[2],
                (Long) of[3],
                (BigDecimal) of[4],
                (BigDecimal) of[5],
                (BigDecimal) of[6],
                (BigDecimal) of[7],
                (BigDecimal) of[8],
                (Integer) of[9],
                (Boolean) of[10]);
    }

    private static Welcome welcome(Object[] of) {
        return new Welcome(
                (Integer) of[0],
                (String) of[1],
                (String) of[2],
                (Long) of[3],
                (String) of[4],
                (Integer) of[5],
                (Long) of[6],
                (Boolean) of[7],
                (String) of[8],
                (String) of[9]);
    }

    /** @throws ClassCastException never: Jackson has read the lists as lists of these */
    @SuppressWarnings("unchecked")
    private static Subscribed subscribed(Object[] of) {
        return new Subscribed(
                (String) of[0],
                (Channel) of[1],
                (Interval) of[2],
                (List<Symbol>) of[3],
                (List<Subscribed.Rejection>) of[4],
                (Boolean) of[5]);
    }

    /** As {@link #subscribed}. */
    @SuppressWarnings("unchecked")
    private static ClientMessage.Subscribe subscribe(Object[] of) {
        return new ClientMessage.Subscribe(
                (String) of[0], (Channel) of[1], (List<String>) of[2], (Interval) of[3], (Double) of[4], (String)
                        of[5]);
    }

    private static Instrument instrument(Object[] of) {
        return new Instrument(
                (Symbol) of[0], (String) of[1], (AssetClass) of[2], (String) of[3], (BigDecimal) of[4], (String) of[5]);
    }

    /** Otherwise what Jackson found out about the record. */
    private static final class Direct extends StdValueInstantiator {

        private final Function<Object[], Object> constructor;

        Direct(StdValueInstantiator described, Function<Object[], Object> constructor) {
            super(described);
            this.constructor = constructor;
        }

        @Override
        public Object createFromObjectWith(DeserializationContext context, Object[] arguments) {
            try {
                return constructor.apply(arguments);
            } catch (RuntimeException e) {
                return context.handleInstantiationProblem(_valueClass, arguments, rewrapCtorProblem(context, e));
            }
        }
    }
}
