package dev.liveticker.server.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.liveticker.message.Bar;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Trade;
import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.history.MarketHistory;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

class SimulatedMarketTest {

    private static final Instant START = Instant.parse("2026-03-02T14:30:17.123456Z");
    private static final long START_MICROS = 1_772_461_817_123_456L;
    private static final Catalogue CATALOGUE = Catalogue.builtIn();

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void whatever_the_seed_no_event_contradicts_another(@ForAll long seed) {
        SimulatedMarket market = market(seed);
        MarketWatch watch = new MarketWatch(market.instruments(), market.opening());

        for (int i = 0; i < 300; i++) {
            watch.see(market.step());
        }

        assertThat(watch.trades()).isPositive();
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void a_price_at_the_very_bottom_stays_positive(@ForAll long seed) throws Exception {
        Catalogue penny = Catalogue.read(new StringReader("""
                        symbol,name,kind,currency,tickSize,sector,price,volatility,quotesPerSecond,tradeSize
                        PENNY,Penny,stock,USD,0.01,,0.01,10,1000,1
                        """), "penny");
        SimulatedMarket market = new SimulatedMarket(seed, penny.listings(), START);
        MarketWatch watch = new MarketWatch(market.instruments(), market.opening());

        for (int i = 0; i < 200; i++) {
            watch.see(market.step());
        }

        assertThat(market.history(Symbol.of("PENNY"), Integer.MAX_VALUE))
                .allSatisfy(bar -> assertThat(bar.low()).isPositive());
    }

    @Test
    void the_same_seed_and_start_trade_the_same() {
        assertThat(trading(market(7), 100)).isEqualTo(trading(market(7), 100));
        assertThat(market(7).opening()).isEqualTo(market(7).opening());
        assertThat(market(7).history(Symbol.of("AAPL"), Integer.MAX_VALUE))
                .isEqualTo(market(7).history(Symbol.of("AAPL"), Integer.MAX_VALUE));
    }

    @Test
    void another_seed_trades_differently() {
        assertThat(trading(market(7), 100)).isNotEqualTo(trading(market(8), 100));
        assertThat(market(7).history(Symbol.of("AAPL"), Integer.MAX_VALUE))
                .isNotEqualTo(market(8).history(Symbol.of("AAPL"), Integer.MAX_VALUE));
    }

    @Test
    void leaving_instruments_out_changes_nothing_for_the_rest() {
        Set<Symbol> some = Set.of(Symbol.of("MSFT"), Symbol.of("^DJI"), Symbol.of("SHIB-USD"), Symbol.of("USDJPY=X"));
        SimulatedMarket part = new SimulatedMarket(7, CATALOGUE.select(some), START);

        assertThat(part.opening())
                .isEqualTo(market(7).opening().stream()
                        .filter(quote -> some.contains(quote.symbol()))
                        .toList());
        for (Symbol symbol : some) {
            assertThat(part.history(symbol, Integer.MAX_VALUE))
                    .isEqualTo(market(7).history(symbol, Integer.MAX_VALUE));
        }
        List<MarketEvent> rest = trading(market(7), 200).stream()
                .filter(event -> some.contains(event.symbol()))
                .toList();
        assertThat(trading(part, 200)).isNotEmpty().isEqualTo(rest);
    }

    @Test
    void a_step_holds_what_happened_since_the_last_one_by_time() {
        SimulatedMarket market = market(1);

        for (int i = 0; i < 50; i++) {
            long before = market.time();
            List<Long> times =
                    market.step().stream().map(SimulatedMarketTest::time).toList();
            assertThat(times).isSorted().allMatch(time -> time > before && time <= market.time());
        }

        assertThat(market.time()).isEqualTo(START_MICROS + 50 * SimulatedMarket.STEP);
    }

    @Test
    void nothing_happens_in_skipped_time_and_prices_go_on_from_where_they_were() {
        SimulatedMarket market = market(1);
        MarketWatch watch = new MarketWatch(market.instruments(), market.opening());
        watch.see(trading(market, 20));
        double before = watch.known("AAPL").last().doubleValue();

        market.skip(3_600_000_000L);
        long woke = market.time();
        List<MarketEvent> after = trading(market, 20);
        watch.see(after);

        assertThat(after)
                .isNotEmpty()
                .allSatisfy(event -> assertThat(time(event)).isGreaterThanOrEqualTo(woke));
        assertThat(watch.known("AAPL").last().doubleValue()).isCloseTo(before, withinPercentage(0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> market.skip(-1));
    }

    @Test
    void the_whole_market_is_as_busy_as_meant_and_big_names_are_busier() {
        Instant noonInNewYork = Instant.parse("2026-03-03T17:00:00Z");
        SimulatedMarket market = new SimulatedMarket(1, CATALOGUE.listings(), noonInNewYork);
        MarketWatch watch = new MarketWatch(market.instruments(), market.opening());
        List<MarketEvent> events = trading(market, 600);
        watch.see(events);

        assertThat(watch.quotes() / 30).isBetween(600, 1_500);
        assertThat(watch.trades() / 30).isBetween(150, 400);
        assertThat(count(events, "AAPL")).isGreaterThan(10 * count(events, "VXRT"));
    }

    @Test
    void history_is_a_day_of_closed_minutes_up_to_the_minute_of_the_start() {
        SimulatedMarket market = market(3);
        for (Listing listing : CATALOGUE.listings()) {
            List<Bar> bars = market.history(listing.symbol(), Integer.MAX_VALUE);

            assertThat(bars).hasSize(1_440);
            long start = Interval.ONE_MINUTE.startOf(START_MICROS) - 1_440 * Interval.ONE_MINUTE.micros();
            for (Bar bar : bars) {
                assertThat(bar.symbol()).isEqualTo(listing.symbol());
                assertThat(bar.interval()).isEqualTo(Interval.ONE_MINUTE);
                assertThat(bar.closed()).isTrue();
                assertThat(bar.start()).isEqualTo(start);
                assertThat(bar.high()).isGreaterThanOrEqualTo(bar.open().max(bar.close()));
                assertThat(bar.low())
                        .isPositive()
                        .isLessThanOrEqualTo(bar.open().min(bar.close()));
                assertThat(bar.high().remainder(listing.instrument().tickSize()))
                        .isZero();
                assertThat(bar.low().remainder(listing.instrument().tickSize())).isZero();
                boolean index = listing.instrument().kind() == AssetClass.INDEX;
                assertThat(bar.trades()).isGreaterThanOrEqualTo(index ? 0 : 1);
                assertThat(bar.volume().signum()).isEqualTo(index ? 0 : 1);
                start += Interval.ONE_MINUTE.micros();
            }
            assertThat(start).isEqualTo(Interval.ONE_MINUTE.startOf(START_MICROS));
        }
    }

    @Test
    void the_opening_goes_on_where_history_ends() {
        SimulatedMarket market = market(3);
        for (Quote opening : market.opening()) {
            List<Bar> bars = market.history(opening.symbol(), Integer.MAX_VALUE);

            assertThat(opening.time()).isEqualTo(START_MICROS);
            assertThat(opening.last()).isEqualTo(bars.getLast().close());
            assertThat(opening.open()).isEqualTo(bars.getFirst().open());
            assertThat(opening.high())
                    .isEqualTo(bars.stream()
                            .map(Bar::high)
                            .max(BigDecimal::compareTo)
                            .orElseThrow());
            assertThat(opening.low())
                    .isEqualTo(bars.stream()
                            .map(Bar::low)
                            .min(BigDecimal::compareTo)
                            .orElseThrow());
            if (opening.volume() != null) {
                assertThat(opening.volume())
                        .isEqualTo(bars.stream().map(Bar::volume).reduce(BigDecimal.ZERO, BigDecimal::add));
            }
        }
    }

    @Test
    void the_opening_price_is_the_catalogues_and_the_days_change_fits_the_volatility() {
        SimulatedMarket market = market(3);
        for (Listing listing : CATALOGUE.listings()) {
            Quote opening = market.opening().stream()
                    .filter(quote -> quote.symbol().equals(listing.symbol()))
                    .findFirst()
                    .orElseThrow();

            assertThat(opening.last()).isEqualByComparingTo(listing.price());
            double change = Math.log(
                    opening.last().doubleValue() / opening.previousClose().doubleValue());
            assertThat(Math.abs(change)).isLessThan(9 * listing.volatility() / Math.sqrt(252) + 0.001);
        }
    }

    @Test
    void a_year_of_days_has_the_volatility_of_the_catalogue() {
        Listing apple = CATALOGUE.select(Set.of(Symbol.of("AAPL"))).getFirst();
        double sum = 0;
        for (int day = 0; day < 252; day++) {
            List<Bar> bars = new SimulatedMarket(day, List.of(apple), START).history(apple.symbol(), Integer.MAX_VALUE);
            double change = Math.log(bars.getLast().close().doubleValue()
                    / bars.getFirst().open().doubleValue());
            sum += change * change;
        }

        assertThat(Math.sqrt(sum)).isCloseTo(apple.volatility(), within(0.06));
    }

    @Test
    void an_index_moves_with_its_stocks() {
        SimulatedMarket market = market(3);
        double[] index = returns(market.history(Symbol.of("^GSPC"), Integer.MAX_VALUE));
        double[] stocks = new double[index.length];
        for (String symbol : List.of("AAPL", "JPM", "XOM", "UNH", "WMT", "CAT", "NEE", "DIS", "HD", "LIN")) {
            double[] one = returns(market.history(Symbol.of(symbol), Integer.MAX_VALUE));
            for (int i = 0; i < one.length; i++) {
                stocks[i] += one[i];
            }
        }

        assertThat(correlation(index, stocks)).isGreaterThan(0.7);
    }

    @Test
    void an_unknown_symbol_has_no_history() {
        assertThat(market(1).history(Symbol.of("NONE"), Integer.MAX_VALUE)).isEmpty();
    }

    @Test
    void an_instrument_listed_twice_is_refused() {
        List<Listing> apple = CATALOGUE.select(Set.of(Symbol.of("AAPL")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SimulatedMarket(1, List.of(apple.getFirst(), apple.getFirst()), START))
                .withMessage("listed twice: AAPL");
    }

    private static SimulatedMarket market(long seed) {
        return new SimulatedMarket(seed, CATALOGUE.listings(), START);
    }

    private static List<MarketEvent> trading(SimulatedMarket market, int steps) {
        List<MarketEvent> events = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            events.addAll(market.step());
        }
        return events;
    }

    private static long time(MarketEvent event) {
        return event instanceof Quote quote ? quote.time() : ((Trade) event).time();
    }

    private static long count(List<MarketEvent> events, String symbol) {
        return events.stream()
                .filter(event -> event.symbol().text().equals(symbol))
                .count();
    }

    private static double[] returns(List<Bar> bars) {
        return bars.stream()
                .mapToDouble(
                        bar -> Math.log(bar.close().doubleValue() / bar.open().doubleValue()))
                .toArray();
    }

    private static double correlation(double[] a, double[] b) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += a[i] * b[i];
            aa += a[i] * a[i];
            bb += b[i] * b[i];
        }
        return ab / Math.sqrt(aa * bb);
    }

    @Test
    void a_shorter_history_is_the_end_of_the_longer() {
        Symbol apple = Symbol.of("AAPL");
        List<Bar> day = market(7).history(apple, Integer.MAX_VALUE);

        assertThat(market(7).history(apple, 30)).isEqualTo(day.subList(day.size() - 30, day.size()));
    }

    @Test
    void the_busiest_instrument_with_the_largest_trades_has_a_volume_that_can_be_counted() throws Exception {
        Catalogue busy = Catalogue.read(new StringReader("""
                        symbol,kind,price,volatility,quotesPerSecond,tradeSize
                        SHARE,stock,1,10,1000,1000000000
                        COIN,crypto,1,10,1000,1000000000
                        """), "busy");
        SimulatedMarket market = new SimulatedMarket(3, busy.listings(), START);

        assertThat(market.opening())
                .allSatisfy(quote -> assertThat(quote.volume()).isPositive());
        MarketHistory.after(market.instruments(), symbol -> market.history(symbol, Integer.MAX_VALUE));
    }

    @Property(tries = 5)
    void a_price_that_has_risen_for_years_is_still_one(@ForAll long seed) {
        Instrument wild =
                new Instrument(Symbol.of("WILD"), "Wild", AssetClass.CRYPTO, "USD", new BigDecimal("0.01"), null);
        Listing listing = new Listing(wild, BigDecimal.valueOf(1_000_000_000_000L), 10, 1, BigDecimal.ONE);
        SimulatedMarket market = new SimulatedMarket(seed, List.of(listing), START);
        MarketWatch watch = new MarketWatch(market.instruments(), market.opening());

        for (int day = 0; day < 1_000; day++) {
            market.skip(Duration.ofDays(1).toNanos() / 1_000);
            watch.see(market.step());
        }
    }
}
