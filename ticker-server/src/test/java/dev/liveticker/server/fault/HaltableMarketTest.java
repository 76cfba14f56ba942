package dev.liveticker.server.fault;

import static dev.liveticker.server.fault.Tape.A;
import static dev.liveticker.server.fault.Tape.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Status;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HaltableMarketTest {

    private static final Status HALTED = new Status(A, 0, TradingStatus.HALTED, "simulated fault");

    private final Tape tape = new Tape();
    private final HaltableMarket market = new HaltableMarket(tape);
    private final List<MarketEvent> told = Tape.of(market);

    @Test
    void as_long_as_nothing_is_halted_everything_passes_as_it_is() {
        Quote quote = tape.quote(A, "10.10");
        Trade trade = tape.trade(A);
        tape.happens(quote, trade);

        assertThat(told).containsExactly(quote, trade);
    }

    @Test
    void a_halted_symbol_is_neither_quoted_nor_traded_and_others_are() {
        halt(A);
        Trade other = tape.trade(B);
        tape.happens(tape.quote(A, "10.10"), tape.trade(A), other);
        tape.happens(tape.trade(A));

        assertThat(told).containsExactly(HALTED, other);
    }

    @Test
    void after_a_halt_trading_is_open_and_the_newest_price_is_told_at_once() {
        halt(A);
        tape.happens(tape.quote(A, "10.10"));
        Quote newest = tape.quote(A, "10.20");
        tape.happens(newest);
        halt();

        assertThat(told).containsExactly(HALTED, new Status(A, 0, TradingStatus.OPEN, null), newest);
    }

    @Test
    void trades_that_were_withheld_leave_no_hole_in_the_ids_and_none_in_the_volume() {
        tape.happens(tape.trade(A), tape.trade(A));
        halt(A);
        tape.happens(tape.trade(A), tape.trade(A), tape.trade(A));
        halt();
        tape.happens(tape.trade(A), tape.quote(A, "10.10"));
        halt(A);
        tape.happens(tape.trade(A));
        halt();
        tape.happens(tape.trade(A), tape.quote(A, "10.20"));

        assertThat(trades()).extracting(Trade::tradeId).containsExactly(1L, 2L, 3L, 4L);
        assertThat(told.stream()
                        .filter(Quote.class::isInstance)
                        .map(Quote.class::cast)
                        .map(Quote::volume))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal(30), new BigDecimal(40));
    }

    @Test
    void one_that_is_started_again_says_what_is_halted_and_withholds_nothing_of_before() {
        halt(A, B);
        tape.happens(tape.trade(A), tape.trade(A), tape.trade(B));
        halt(A);
        told.clear();
        List<MarketEvent> heard = Tape.of(market);

        Trade other = tape.trade(B);
        tape.happens(other);
        halt();
        Trade trade = tape.trade(A);
        tape.happens(trade);

        assertThat(heard).containsExactly(HALTED, other, new Status(A, 0, TradingStatus.OPEN, null), trade);
        assertThat(told).as("whoever listened before").isEmpty();
    }

    @Test
    void a_new_session_counts_its_whole_volume() {
        halt(A);
        tape.happens(tape.trade(A), tape.trade(A));
        halt();
        tape.happens(tape.quote(A, "10.10"));
        tape.newSession(A);
        tape.happens(tape.trade(A), tape.quote(A, "10.20"));

        assertThat(told.getLast())
                .isInstanceOfSatisfying(
                        Quote.class, quote -> assertThat(quote.volume()).isEqualByComparingTo("10"));
    }

    @Test
    void a_symbol_goes_back_to_the_status_the_market_gave_it_last() {
        market.halt(Map.of(A, TradingStatus.CLOSED));
        halt();
        assertThat(told.getLast()).isEqualTo(new Status(A, 0, TradingStatus.CLOSED, null));

        Status own = new Status(A, 0, TradingStatus.HALTED, "volatility");
        halt(A);
        tape.happens(own);
        halt();
        assertThat(told.getLast()).isEqualTo(own);

        Status open = new Status(A, 0, TradingStatus.OPEN, null);
        tape.happens(open);
        // As the hub may see it that has yet to hear of the end of the one before.
        market.halt(Map.of(A, TradingStatus.HALTED));
        halt();
        assertThat(told.getLast()).isEqualTo(open);
    }

    @Test
    void another_halt_takes_the_place_of_the_one_before() {
        halt(A);
        market.halt(Map.of(A, TradingStatus.OPEN, B, TradingStatus.OPEN));
        halt(B);

        assertThat(told)
                .containsExactly(
                        HALTED,
                        new Status(B, 0, TradingStatus.HALTED, "simulated fault"),
                        new Status(A, 0, TradingStatus.OPEN, null));
    }

    @Test
    void it_is_in_all_else_the_market_it_stands_before() {
        assertThat(market.name()).isEqualTo("TAPE");
        assertThat(market.simulated()).isTrue();
        assertThat(market.instruments()).isEqualTo(tape.instruments());
        assertThat(market.clock()).isEqualTo(tape.clock());
        market.close();
        assertThat(tape.closed).isTrue();
    }

    private void halt(Symbol... symbols) {
        market.halt(Arrays.stream(symbols).collect(Collectors.toMap(symbol -> symbol, symbol -> TradingStatus.OPEN)));
    }

    private List<Trade> trades() {
        return told.stream()
                .filter(Trade.class::isInstance)
                .map(Trade.class::cast)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_session_that_begins_during_a_halt_lacks_what_was_withheld_of_itself_alone(boolean quotedBefore) {
        if (quotedBefore) {
            tape.happens(tape.trade(A), tape.quote(A, "10.00"));
        }
        halt(A);
        tape.happens(tape.trade(A), tape.trade(A), tape.quote(A, "10.10"));
        tape.newSession(A);
        tape.happens(tape.quote(A, "10.20"), tape.trade(A), tape.quote(A, "10.30"));
        halt();
        assertThat(told.getLast())
                .isInstanceOfSatisfying(
                        Quote.class, quote -> assertThat(quote.volume()).isZero());
        tape.happens(tape.trade(A), tape.quote(A, "10.40"));
        assertThat(told.getLast())
                .isInstanceOfSatisfying(
                        Quote.class, quote -> assertThat(quote.volume()).isEqualByComparingTo("10"));
    }
}
