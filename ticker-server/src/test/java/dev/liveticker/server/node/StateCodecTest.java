package dev.liveticker.server.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Status;
import dev.liveticker.message.Trade;
import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import dev.liveticker.server.alert.AlertDesk;
import dev.liveticker.server.alert.AlertRequest;
import dev.liveticker.server.alert.AlertSettings;
import dev.liveticker.server.cluster.UnfitStateException;
import dev.liveticker.server.history.MarketHistory;
import dev.liveticker.server.hub.Hub;
import dev.liveticker.server.hub.HubNode;
import dev.liveticker.server.hub.HubSettings;
import dev.liveticker.server.packed.MalformedStateException;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class StateCodecTest {

    private static final Symbol A = Symbol.of("AAA");
    private static final Symbol B = Symbol.of("BBB");
    private static final List<Instrument> INSTRUMENTS = List.of(instrument(A), instrument(B));
    private static final long TIME = 1_700_000_000_000_000L;

    private static final NodeState STATE = state();
    private static final byte[] BODY = new StateCodec(INSTRUMENTS).encode(STATE);

    private static Instrument instrument(Symbol symbol) {
        return new Instrument(symbol, symbol + " Inc.", AssetClass.STOCK, "USD", new BigDecimal("0.01"), null);
    }

    private static Quote quote(Symbol symbol, String last) {
        BigDecimal price = new BigDecimal(last);
        return new Quote(
                symbol,
                0,
                TIME,
                price,
                price,
                price,
                price,
                price,
                price,
                price,
                price,
                price,
                price,
                price,
                TradingStatus.OPEN);
    }

    private static List<MarketEvent> happened() {
        List<MarketEvent> events = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Symbol symbol = i % 3 == 0 ? A : B;
            events.add(new Trade(
                    symbol,
                    0,
                    i,
                    new BigDecimal("10." + (10 + i % 80)),
                    BigDecimal.ONE,
                    Side.BUY,
                    TIME + i * 9_000_000L));
        }
        events.add(new Status(A, 0, TradingStatus.HALTED, "news"));
        events.add(quote(B, "12.34"));
        return events;
    }

    private static NodeState state() {
        List<Quote> opening = List.of(quote(A, "10.00"), quote(B, "11.00"));
        try (Hub hub = new Hub(
                HubSettings.defaults("test", true),
                INSTRUMENTS,
                opening,
                new MarketHistory(INSTRUMENTS),
                InstantSource.system(),
                HubNode.of("00000000"))) {
            try (AlertDesk alerts = AlertDesk.share(
                    hub, AlertSettings.defaults(), INSTRUMENTS, opening, "epoch", _ -> new CompletableFuture<>())) {
                alerts.apply(new AlertRequest(
                        "session",
                        "ana",
                        true,
                        new ClientMessage.SetAlert(
                                "x", A, "crossesAbove", new BigDecimal("10.5"), null, true, "a note")));
                hub.publish(happened());
                alerts.publish(happened());
                return new NodeState(
                        hub.capture().get(60, TimeUnit.SECONDS),
                        alerts.capture().get(60, TimeUnit.SECONDS),
                        List.of(66L, 134L));
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void isWhole(NodeState read) {
        assertThat(read).usingRecursiveComparison().isEqualTo(STATE);
    }

    @Example
    void what_is_written_is_read() throws UnfitStateException {
        isWhole(new StateCodec(INSTRUMENTS).decode(BODY));
        assertThat(STATE.alerts().toString()).contains("epoch-1");
    }

    @Property(tries = 2_000)
    void a_body_with_one_bit_wrong_is_not_taken_up(@ForAll @IntRange(max = 10_000_000) int at) {
        byte[] wrong = BODY.clone();
        int bit = at % (wrong.length * 8);
        wrong[bit / 8] ^= (byte) (1 << bit % 8);
        try {
            // Bits that mean nothing, at the end of the last byte, may be whatever they are.
            isWhole(new StateCodec(INSTRUMENTS).decode(wrong));
        } catch (UnfitStateException e) {
            assertThat(e.getMessage()).startsWith("the cluster's state is ");
        }
    }

    @Property(tries = 500)
    void a_body_that_is_cut_off_or_goes_on_is_not_taken_up(
            @ForAll @IntRange(max = 10_000_000) int at, @ForAll @Size(min = 1, max = 20) byte[] more) {
        byte[] cut = Arrays.copyOf(BODY, at % BODY.length);
        assertThatExceptionOfType(UnfitStateException.class).isThrownBy(() -> new StateCodec(INSTRUMENTS).decode(cut));
        byte[] longer = Arrays.copyOf(BODY, BODY.length + more.length);
        System.arraycopy(more, 0, longer, BODY.length, more.length);
        assertThatExceptionOfType(UnfitStateException.class)
                .isThrownBy(() -> new StateCodec(INSTRUMENTS).decode(longer));
    }

    @Example
    void one_of_other_instruments_is_not_taken_up_and_says_so() {
        assertThatExceptionOfType(UnfitStateException.class)
                .isThrownBy(() -> new StateCodec(INSTRUMENTS.reversed()).decode(BODY))
                .withMessageContaining("other instruments");
    }

    @Example
    void one_of_another_version_is_not_taken_up_and_says_so() {
        byte[] newer = BODY.clone();
        newer[0]++;
        assertThatExceptionOfType(UnfitStateException.class)
                .isThrownBy(() -> new StateCodec(INSTRUMENTS).decode(newer))
                .withMessageContaining("same release");
    }

    @Example
    void a_batch_comes_out_of_the_log_as_it_went_in() throws MalformedStateException {
        MarketBatch batch = new MarketBatch(TIME, happened());
        assertThat(MarketBatch.decode(batch.encode())).isEqualTo(batch);
    }

    @Property(tries = 500)
    void bytes_that_are_no_batch_are_told_to_be_none(@ForAll @Size(max = 200) byte[] garbage) {
        try {
            MarketBatch.decode(garbage);
        } catch (MalformedStateException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Example
    void trades_are_numbered_one_after_the_other_whatever_numbers_they_came_with() {
        TradeIds ids = new TradeIds(INSTRUMENTS);
        ids.number(happened());
        assertThat(ids.capture()).containsExactly(67L, 133L);
        TradeIds later = new TradeIds(INSTRUMENTS);
        later.restore(ids.capture());
        assertThat(later.number(happened()).stream()
                        .filter(Trade.class::isInstance)
                        .map(event -> ((Trade) event).tradeId())
                        .limit(4))
                .containsExactly(68L, 134L, 135L, 69L);
    }
}
