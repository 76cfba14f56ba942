package dev.liveticker.server.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.message.Bar;
import dev.liveticker.message.Quote;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A market that goes on from what an earlier run left. */
class GoingOnTest {

    private static final Instant START = Instant.parse("2026-03-03T15:00:30Z");
    private static final Symbol APPLE = Symbol.of("AAPL");
    private static final Symbol MICROSOFT = Symbol.of("MSFT");
    private static final List<Listing> BOTH = Catalogue.builtIn().select(Set.of(APPLE, MICROSOFT));

    @Test
    void prices_and_the_trading_day_go_on() {
        Quote left = left(START.minus(Duration.ofHours(2)));
        SimulatedMarket market = market(Map.of(APPLE, left));

        Quote opening = market.opening().getFirst();
        assertThat(opening.last()).isEqualTo(left.last());
        assertThat(opening.previousClose()).isEqualTo(left.previousClose());
        assertThat(opening.open()).isEqualTo(left.open());
        assertThat(opening.high()).isEqualTo(left.high());
        assertThat(opening.low()).isEqualTo(left.low());
        assertThat(opening.volume()).isEqualTo(left.volume());
        assertThat(opening.time()).isEqualTo(START.toEpochMilli() * 1_000);
        assertThat(opening.bid()).isLessThan(opening.ask());
    }

    @Test
    void the_made_up_past_ends_at_the_price_that_was_left() {
        Quote left = left(START.minus(Duration.ofHours(2)));
        List<Bar> bars = market(Map.of(APPLE, left)).history(APPLE, Integer.MAX_VALUE);

        assertThat(bars.getLast().close()).isEqualTo(left.last());
    }

    @Test
    void of_another_day_only_the_price_goes_on() {
        SimulatedMarket market = market(Map.of(APPLE, left(START.minus(Duration.ofDays(2)))));
        List<Bar> bars = market.history(APPLE, Integer.MAX_VALUE);

        Quote opening = market.opening().getFirst();
        assertThat(opening.last()).isEqualTo(new BigDecimal("301.17"));
        assertThat(opening.open()).isEqualTo(bars.getFirst().open());
        assertThat(opening.volume()).isEqualTo(bars.stream().map(Bar::volume).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @Test
    void what_was_not_left_starts_as_the_catalogue_says() {
        SimulatedMarket market = market(Map.of(APPLE, left(START)));

        assertThat(market.opening().get(1)).isEqualTo(market(Map.of()).opening().get(1));
        assertThat(market(Map.of()).opening().getFirst().last()).isEqualTo(new BigDecimal("254.63"));
    }

    @Test
    void a_market_that_goes_on_contradicts_nothing() {
        SimulatedMarket market = market(Map.of(APPLE, left(START.minus(Duration.ofMinutes(1)))));
        MarketWatch watch = new MarketWatch(market.instruments(), market.opening());

        for (int i = 0; i < 400; i++) {
            watch.see(market.step());
        }

        assertThat(watch.trades()).isPositive();
    }

    @Test
    void a_price_left_between_ticks_goes_on_at_the_nearest() {
        Quote left = left(START);
        Quote finer = new Quote(
                APPLE,
                1,
                left.time(),
                null,
                null,
                null,
                null,
                new BigDecimal("301.1742"),
                null,
                null,
                null,
                null,
                null,
                null,
                null);

        assertThat(market(Map.of(APPLE, finer)).opening().getFirst().last()).isEqualTo(new BigDecimal("301.17"));
    }

    private static SimulatedMarket market(Map<Symbol, Quote> last) {
        return new SimulatedMarket(4, BOTH, START, SimulationSettings.ROUND_THE_CLOCK, last);
    }

    private static Quote left(Instant time) {
        return new Quote(
                APPLE,
                99,
                time.toEpochMilli() * 1_000,
                new BigDecimal("301.16"),
                new BigDecimal("100"),
                new BigDecimal("301.18"),
                new BigDecimal("200"),
                new BigDecimal("301.17"),
                new BigDecimal("50"),
                new BigDecimal("1234567"),
                new BigDecimal("299.00"),
                new BigDecimal("303.10"),
                new BigDecimal("298.50"),
                new BigDecimal("299.90"),
                TradingStatus.OPEN);
    }
}
