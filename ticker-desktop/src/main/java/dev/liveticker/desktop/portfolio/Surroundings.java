package dev.liveticker.desktop.portfolio;

import dev.liveticker.book.QuoteBook;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the rest of the desktop knows, and a form asks for.
 *
 * @param instruments what the server offers under a symbol
 * @param search what somebody who typed a text may mean, best match first
 * @param prices the newest quote of a symbol, if anybody looks at it
 * @param held how much of a symbol is held; less than zero if short
 */
record Surroundings(
        Function<Symbol, Optional<Instrument>> instruments,
        Function<String, List<Instrument>> search,
        Function<Symbol, Optional<QuoteBook.Entry>> prices,
        Function<Symbol, BigDecimal> held) {

    Optional<BigDecimal> price(Symbol symbol) {
        return prices.apply(symbol)
                .flatMap(entry -> Optional.ofNullable(entry.quote().last()));
    }

    String currency(Symbol symbol) {
        return instruments.apply(symbol).map(Instrument::currency).orElse("");
    }
}
