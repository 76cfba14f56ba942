package dev.liveticker.desktop.portfolio;

import dev.liveticker.desktop.fake.Some;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Transactions for tests. */
final class Trades {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    static final LocalDate YESTERDAY = TODAY.minusDays(1);

    private Trades() {}

    static Transaction buy(Symbol symbol, String quantity, String price, String fee, LocalDate date) {
        return of(Side.BUY, symbol, quantity, price, fee, date);
    }

    static Transaction sell(Symbol symbol, String quantity, String price, String fee, LocalDate date) {
        return of(Side.SELL, symbol, quantity, price, fee, date);
    }

    static Transaction of(Side side, Symbol symbol, String quantity, String price, String fee, LocalDate date) {
        return new Transaction(
                0, symbol, side, new BigDecimal(quantity), new BigDecimal(price), new BigDecimal(fee), date);
    }

    static Portfolio portfolio(Transaction... transactions) {
        return Portfolio.EMPTY.with(List.of(transactions));
    }

    /** Of any of some symbols, in any order, at any price. */
    static Arbitrary<Portfolio> portfolios() {
        return Combinators.combine(
                        Arbitraries.of(Some.AAPL, Some.MSFT, Symbol.of("=A"), Symbol.of("-B"), Some.EURUSD),
                        Arbitraries.of(Side.class),
                        figures(1),
                        figures(0),
                        figures(0),
                        Arbitraries.integers().between(0, 60))
                .as((symbol, side, quantity, price, fee, days) ->
                        new Transaction(0, symbol, side, quantity, price, fee, TODAY.minusDays(days)))
                .list()
                .ofMaxSize(30)
                .map(transactions -> Portfolio.EMPTY.with(new ArrayList<>(transactions)));
    }

    private static Arbitrary<BigDecimal> figures(int least) {
        return Combinators.combine(
                        Arbitraries.longs().between(least, 5_000_000),
                        Arbitraries.integers().between(0, 8))
                .as(BigDecimal::valueOf);
    }
}
