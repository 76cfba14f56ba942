package dev.liveticker.desktop.portfolio;

import dev.liveticker.desktop.text.Quantity;
import dev.liveticker.desktop.text.Texts;
import java.util.Optional;

/** What all positions of one currency come to. Nothing is converted, so that each currency has a line of its own. */
final class TotalRow extends FigureRow {

    private final String currency;

    /** @param currency ISO 4217 code; empty for positions whose currency is not known yet */
    TotalRow(String currency) {
        super(currency.isEmpty() ? Texts.of("portfolio.total.unknown") : Texts.of("portfolio.total", currency));
        this.currency = currency;
        writeBy(Optional.empty(), currency);
    }

    String currency() {
        return currency;
    }

    /** Its value and gain in few words; its cost where nothing has a price. */
    String summary() {
        String value = shown(Figure.VALUE);
        String figures = value.isEmpty() ? shown(Figure.COST) : value + ' ' + shown(Figure.UNREALISED);
        return currency.isEmpty() ? figures : currency + ' ' + figures;
    }

    void show(Sums sums) {
        boolean priced = sums.priced() > 0;
        set(Figure.COST, sums.cost());
        set(Figure.REALISED, sums.realised());
        set(Figure.VALUE, priced ? sums.value() : null);
        set(Figure.UNREALISED, priced ? sums.unrealised() : null);
        set(Figure.PERCENT, priced ? Valuation.percent(sums.unrealised(), sums.outlay()) : null);
        set(Figure.DAY, sums.dated() > 0 ? sums.day() : null);
        say(sums.unpriced() == 0 ? "" : Texts.of("portfolio.total.unpriced", Quantity.count(sums.unpriced())));
    }
}
