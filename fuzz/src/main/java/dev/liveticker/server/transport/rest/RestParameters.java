package dev.liveticker.server.transport.rest;

import dev.liveticker.fuzz.Claim;
import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.transport.Query;
import dev.liveticker.server.transport.RefusedException;
import java.math.BigDecimal;
import java.util.List;

/** What the questions about the market read of their queries. */
public final class RestParameters {

    private static final List<Instrument> TRADED = List.of(
            new Instrument(Symbol.of("AAPL"), "Apple Inc.", AssetClass.STOCK, "USD", BigDecimal.ONE, null),
            new Instrument(Symbol.of("^GSPC"), "S&P 500", AssetClass.STOCK, "USD", BigDecimal.ONE, null));

    private RestParameters() {}

    /** @throws RefusedException if one is not as it has to be */
    public static void read(Query query, String name) throws RefusedException {
        switch (name) {
            case "limit" -> within(query.number("limit", 1, 10_000, 500), 1, 10_000);
            case "from", "to" -> within(query.number(name, 0, Long.MAX_VALUE, 0), 0, Long.MAX_VALUE);
            case "cursor" -> {
                String cursor = query.required("cursor");
                within(
                        cursor.startsWith("before") ? Cursors.barsBefore(cursor) : Cursors.tradesBelow(cursor, "k3f"),
                        0,
                        Long.MAX_VALUE);
            }
            case "query" -> {
                List<Instrument> found =
                        InstrumentSearch.find(TRADED, query.text("query").orElse(""));
                Claim.that(TRADED.containsAll(found), () -> "found what there is not: " + found);
            }
            default -> {
                // The protocol: unknown names are ignored.
            }
        }
    }

    private static void within(long number, long least, long most) {
        Claim.that(number >= least && number <= most, () -> number + " is none of " + least + " to " + most);
    }
}
