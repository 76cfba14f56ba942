package dev.liveticker.desktop.portfolio;

import static dev.liveticker.desktop.portfolio.Trades.buy;
import static dev.liveticker.desktop.portfolio.Trades.portfolio;
import static dev.liveticker.desktop.portfolio.Trades.sell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.book.QuoteBook;
import dev.liveticker.desktop.fake.FakeFeed;
import dev.liveticker.desktop.fake.FakeMarketData;
import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.feed.Subscription;
import dev.liveticker.message.Quote;
import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PositionsViewModelTest {

    /** The day of the quotes of {@link Some}, a second after the Unix epoch, in New York. */
    private static final LocalDate SESSION = LocalDate.EPOCH.minusDays(1);

    private static final LocalDate BEFORE = SESSION.minusDays(1);
    private static final Symbol YEN = Symbol.of("USDJPY=X");

    private final FakeFeed feed = new FakeFeed();
    private final FakeMarketData market = new FakeMarketData();
    private final InstrumentDirectory instruments = new InstrumentDirectory(market, Runnable::run);
    private final Map<Symbol, QuoteBook.Entry> book = new HashMap<>();
    private final PositionsViewModel positions =
            new PositionsViewModel(feed, instruments, symbol -> Optional.ofNullable(book.get(symbol)), ZoneOffset.UTC);

    @Test
    void it_subscribes_to_what_is_held_and_to_nothing_else() {
        positions.hold(portfolio(
                buy(Some.AAPL, "10", "150", "0", BEFORE),
                buy(Some.MSFT, "1", "400", "0", BEFORE),
                sell(Some.MSFT, "1", "410", "0", BEFORE)));

        assertThat(feed.subscriptions()).containsExactly(Subscription.quotes(Some.AAPL));
        assertThat(symbols()).as("what was sold is still told").containsExactly("AAPL", "MSFT");

        positions.hold(portfolio(sell(Some.MSFT, "1", "410", "0", BEFORE)));

        assertThat(feed.subscriptions()).containsExactly(Subscription.quotes(Some.MSFT));
        assertThat(symbols()).containsExactly("MSFT");
    }

    @Test
    void a_position_shows_its_figures_as_soon_as_there_is_a_price() {
        instruments.load();
        positions.hold(portfolio(buy(Some.AAPL, "10", "150", "5", BEFORE), sell(Some.AAPL, "4", "160", "2", BEFORE)));
        PositionRow row = row(Some.AAPL);
        assertThat(row.shown(Figure.QUANTITY)).isEqualTo("6");
        assertThat(row.shown(Figure.AVERAGE)).isEqualTo("150.50");
        assertThat(row.shown(Figure.COST)).isEqualTo("903.00");
        assertThat(row.shown(Figure.REALISED)).isEqualTo("+36.00");
        assertThat(row.shown(Figure.VALUE)).isEmpty();
        assertThat(row.spoken()).isEqualTo("AAPL cost 903.00, realised +36.00");

        show(Some.AAPL, "189.25", "188.46");

        assertThat(row.shown(Figure.LAST)).isEqualTo("189.25");
        assertThat(row.shown(Figure.VALUE)).isEqualTo("1,135.50");
        assertThat(row.shown(Figure.UNREALISED)).isEqualTo("+232.50");
        assertThat(row.shown(Figure.PERCENT)).isEqualTo("+25.75%");
        assertThat(row.shown(Figure.DAY)).isEqualTo("+4.74");
        assertThat(row.note().get()).isEqualTo("Apple Inc.");
        assertThat(row.spoken()).isEqualTo("AAPL worth 1,135.50, profit or loss +232.50, +25.75%");
    }

    @Test
    void what_is_bought_again_does_not_show_the_price_of_when_it_was_sold() {
        Transaction bought = buy(Some.AAPL, "10", "150", "0", BEFORE);
        Transaction sold = sell(Some.AAPL, "10", "160", "0", BEFORE);
        positions.hold(portfolio(bought));
        show(Some.AAPL, "189.25", "188.46");
        positions.hold(portfolio(bought, sold));

        positions.hold(portfolio(bought, sold, buy(Some.AAPL, "1", "170", "0", BEFORE)));

        assertThat(row(Some.AAPL).shown(Figure.LAST)).isEmpty();
        show(Some.AAPL, "171.00", "188.46");
        assertThat(row(Some.AAPL).shown(Figure.LAST)).isEqualTo("171.00");
    }

    @Test
    void a_price_somebody_looks_at_already_shows_at_once() {
        book.put(Some.AAPL, Some.entry(Some.AAPL, "189.25", "188.46", 0));

        positions.hold(portfolio(buy(Some.AAPL, "10", "150", "0", BEFORE)));

        assertThat(row(Some.AAPL).shown(Figure.VALUE)).isEqualTo("1,892.50");
        assertThat(total("").shown(Figure.VALUE)).isEqualTo("1,892.50");
    }

    @Test
    void totals_are_of_one_currency_each_and_nothing_is_converted() {
        List<Instrument> all = new ArrayList<>(Some.INSTRUMENTS);
        all.add(new Instrument(YEN, "US Dollar / Yen", AssetClass.FX, "JPY", new BigDecimal("0.001"), null));
        market.instruments(CompletableFuture.completedFuture(all));
        instruments.load();
        positions.hold(portfolio(
                buy(Some.AAPL, "10", "150", "0", BEFORE),
                buy(Some.MSFT, "1", "400", "0", SESSION),
                buy(YEN, "100", "150.5", "0", BEFORE)));
        show(Some.AAPL, "160", "155");
        show(YEN, "151.25", "151");

        assertThat(positions.totals()).extracting(TotalRow::currency).containsExactly("JPY", "USD");
        assertThat(total("JPY").shown(Figure.VALUE)).isEqualTo("15,125");
        assertThat(total("JPY").shown(Figure.UNREALISED)).isEqualTo("+75");
        assertThat(total("USD").shown(Figure.COST)).isEqualTo("1,900.00");
        assertThat(total("USD").shown(Figure.VALUE)).isEqualTo("1,600.00");
        assertThat(total("USD").shown(Figure.UNREALISED)).isEqualTo("+100.00");
        assertThat(total("USD").shown(Figure.PERCENT)).as("of what has a price").isEqualTo("+6.67%");
        assertThat(total("USD").note().get()).isEqualTo("1 without a price");

        show(Some.MSFT, "390", "395");

        assertThat(total("USD").shown(Figure.VALUE)).isEqualTo("1,990.00");
        assertThat(total("USD").shown(Figure.DAY)).as("10 × 5 − 1 × 10").isEqualTo("+40.00");
        assertThat(total("USD").note().get()).isEmpty();
    }

    @Test
    void the_change_of_the_day_does_not_jump_at_a_midnight_within_it() {
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");
        PositionRow row = new PositionRow(
                Position.of(Some.AAPL, List.of(buy(Some.AAPL, "10", "158", "0", LocalDate.of(2026, 11, 25)))), tokyo);
        row.describe(Optional.of(Some.instrument("AAPL", "Apple Inc.", "0.01")));
        for (String moment : List.of("2026-11-25T14:59:00Z", "2026-11-25T15:01:00Z")) {
            row.price(new QuoteBook.Entry(at(Some.quote(Some.AAPL, "160", "155"), Instant.parse(moment)), 0));

            assertThat(row.shown(Figure.DAY)).as(moment).isEqualTo("+20.00");
        }
    }

    @Test
    void a_gain_that_is_shown_as_nothing_has_no_sign() {
        positions.hold(portfolio(buy(Some.AAPL, "1", "150", "0", BEFORE)));
        PositionRow row = row(Some.AAPL);

        assertThat(row.sign(Figure.UNREALISED, new BigDecimal("0.004"))).isZero();
        assertThat(row.sign(Figure.PERCENT, new BigDecimal("-0.004"))).isZero();
        assertThat(row.sign(Figure.UNREALISED, new BigDecimal("0.005"))).isPositive();
        assertThat(row.sign(Figure.PERCENT, new BigDecimal("-0.005"))).isNegative();
    }

    private static Quote at(Quote quote, Instant time) {
        return new Quote(
                quote.symbol(),
                quote.seq(),
                ChronoUnit.MICROS.between(Instant.EPOCH, time),
                quote.bid(),
                quote.bidSize(),
                quote.ask(),
                quote.askSize(),
                quote.last(),
                quote.lastSize(),
                quote.volume(),
                quote.open(),
                quote.high(),
                quote.low(),
                quote.previousClose(),
                quote.status());
    }

    @Test
    void a_short_position_says_so_and_loses_when_the_price_rises() {
        instruments.load();
        positions.hold(portfolio(sell(Some.AAPL, "10", "150", "0", BEFORE)));
        show(Some.AAPL, "160", "155");

        PositionRow row = row(Some.AAPL);
        assertThat(row.note().get()).isEqualTo("Short \u00B7 Apple Inc.");
        assertThat(row.shown(Figure.QUANTITY)).isEqualTo("\u221210");
        assertThat(row.shown(Figure.AVERAGE)).isEqualTo("150.00");
        assertThat(row.shown(Figure.VALUE)).isEqualTo("\u22121,600.00");
        assertThat(row.shown(Figure.UNREALISED)).isEqualTo("\u2212100.00");
        assertThat(row.shown(Figure.PERCENT)).isEqualTo("\u22126.67%");
        assertThat(row.shown(Figure.DAY)).isEqualTo("\u221250.00");
    }

    @Test
    void the_totals_fit_into_a_line_where_there_is_no_room_for_more() {
        instruments.load();
        assertThat(positions.summary().get()).isEmpty();
        positions.hold(portfolio(buy(Some.AAPL, "10", "150", "0", BEFORE)));
        assertThat(positions.summary().get()).isEqualTo("USD 1,500.00");

        show(Some.AAPL, "160", "155");
        assertThat(positions.summary().get()).isEqualTo("USD 1,600.00 +100.00");

        positions.hold(Portfolio.EMPTY);
        assertThat(positions.summary().get()).isEmpty();
    }

    @Test
    void a_column_learns_once_a_second_what_it_must_hold_and_does_not_move_for_other_digits() {
        positions.hold(portfolio(buy(Some.AAPL, "10", "150", "0", BEFORE)));
        show(Some.AAPL, "160", "155");
        positions.second();
        Map<Figure, String> widest = positions.widest().get();
        assertThat(widest).containsEntry(Figure.VALUE, "1,600.00");

        show(Some.AAPL, "161", "155");
        positions.second();
        assertThat(positions.widest().get()).isSameAs(widest);
        show(Some.AAPL, "1700", "155");
        positions.second();
        assertThat(positions.widest().get()).containsEntry(Figure.VALUE, "17,000.00");
        show(Some.AAPL, "1", "155");
        positions.second();
        assertThat(positions.widest().get()).as("it keeps its width").containsEntry(Figure.VALUE, "17,000.00");
    }

    @Test
    void an_unknown_symbol_says_so_and_has_no_price() {
        positions.hold(portfolio(buy(Some.AAPL, "10", "150", "0", BEFORE)));
        assertThat(row(Some.AAPL).note().get()).isEqualTo("Waiting for a price");

        positions.reject("aapl");

        assertThat(row(Some.AAPL).note().get()).isEqualTo("Unknown symbol");
        assertThat(total("").shown(Figure.VALUE)).isEmpty();
    }

    @Test
    void prices_of_another_server_are_forgotten() {
        positions.hold(portfolio(buy(Some.AAPL, "10", "150", "0", BEFORE)));
        show(Some.AAPL, "160", "155");

        positions.forget();

        assertThat(row(Some.AAPL).shown(Figure.VALUE)).isEmpty();
        assertThat(row(Some.AAPL).shown(Figure.COST)).isEqualTo("1,500.00");
        assertThat(total("").shown(Figure.UNREALISED)).isEmpty();
    }

    @Test
    void a_price_touches_no_row_but_its_own() {
        positions.hold(portfolio(buy(Some.AAPL, "10", "150", "0", BEFORE), buy(Some.MSFT, "1", "1", "0", BEFORE)));
        show(Some.MSFT, "2", "2");
        List<Symbol> touched = new ArrayList<>();
        for (PositionRow row : positions.rows()) {
            for (Figure figure : Figure.values()) {
                row.figure(figure).addListener((property, before, now) -> touched.add(row.symbol()));
            }
        }

        show(Some.AAPL, "160", "155");
        show(Some.BTC, "60000", "59000");

        assertThat(touched).isNotEmpty().containsOnly(Some.AAPL);
    }

    @Test
    void sorting_is_brought_up_to_date_once_a_second_and_keeps_the_selection() {
        positions.hold(portfolio(buy(Some.AAPL, "1", "1", "0", BEFORE), buy(Some.MSFT, "1", "1", "0", BEFORE)));
        show(Some.AAPL, "1", "1");
        show(Some.MSFT, "2", "1");
        positions.selected().set(row(Some.MSFT));
        positions.sortBy(Comparator.comparing(
                row -> row.figure(Figure.VALUE).get(), Comparator.nullsLast(Comparator.naturalOrder())));
        assertThat(symbols()).containsExactly("AAPL", "MSFT");

        show(Some.AAPL, "3", "1");
        assertThat(symbols()).containsExactly("AAPL", "MSFT");
        positions.second();

        assertThat(symbols()).containsExactly("MSFT", "AAPL");
        assertThat(positions.selected().get().symbol()).isEqualTo(Some.MSFT);
        positions.sortBy(null);
        assertThat(symbols()).containsExactly("AAPL", "MSFT");
    }

    @Property(tries = 100)
    void after_any_number_of_ticks_the_totals_are_the_sum_of_the_rows(
            @ForAll("portfolios") Portfolio portfolio, @ForAll("prices") List<Integer> prices) {
        positions.hold(portfolio);
        List<PositionRow> rows = List.copyOf(positions.rows());
        for (int i = 0; i < prices.size() && !rows.isEmpty(); i++) {
            show(rows.get(i % rows.size()).symbol(), String.valueOf(prices.get(i)), "7");
        }
        Sums sum = rows.stream().map(PositionRow::sums).reduce(Sums.NONE, Sums::plus);

        for (TotalRow total : positions.totals()) {
            assertThat(total.figure(Figure.REALISED).get()).isEqualByComparingTo(sum.realised());
            if (sum.priced() > 0) {
                assertThat(total.figure(Figure.VALUE).get()).isEqualByComparingTo(sum.value());
                assertThat(total.figure(Figure.DAY).get()).isEqualByComparingTo(sum.day());
            }
        }
        assertThat(positions.totals()).hasSize(rows.isEmpty() ? 0 : 1);
    }

    @Provide
    Arbitrary<Portfolio> portfolios() {
        return Trades.portfolios();
    }

    @Provide
    Arbitrary<List<Integer>> prices() {
        return Arbitraries.integers().between(1, 1_000).list().ofMaxSize(40);
    }

    private void show(Symbol symbol, String last, String previousClose) {
        positions.show(Map.of(symbol, Some.entry(symbol, last, previousClose, 0)));
    }

    private PositionRow row(Symbol symbol) {
        return positions.find(symbol).orElseThrow();
    }

    private TotalRow total(String currency) {
        return positions.totals().stream()
                .filter(row -> row.currency().equals(currency))
                .findFirst()
                .orElseThrow();
    }

    private List<String> symbols() {
        return positions.rows().stream().map(row -> row.symbol().text()).toList();
    }
}
