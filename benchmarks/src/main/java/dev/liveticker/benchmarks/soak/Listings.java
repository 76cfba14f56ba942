package dev.liveticker.benchmarks.soak;

import dev.liveticker.model.Symbol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the nodes trade: stocks, two cryptos, two currencies and an index, few of them often and most seldom.
 *
 * @param symbols busiest first
 * @param quotesPerSecond of all together
 */
record Listings(List<Symbol> symbols, double quotesPerSecond) {

    private static final List<String> SPECIAL = List.of("BTC-USD", "EURUSD=X", "^SOAK", "ETH-USD", "USDCHF=X");

    Listings {
        symbols = List.copyOf(symbols);
    }

    /** @param count how many instruments; 5 at least */
    static Listings of(int count, double quotesPerSecond) {
        List<Symbol> symbols = new ArrayList<>();
        SPECIAL.forEach(text -> symbols.add(Symbol.of(text)));
        for (int i = SPECIAL.size(); i < count; i++) {
            symbols.add(Symbol.of("SOAK." + i));
        }
        return new Listings(symbols, quotesPerSecond);
    }

    /** How often the symbol of that rank is quoted, a second. */
    double rate(int rank) {
        double all = 0;
        for (int i = 0; i < symbols.size(); i++) {
            all += weight(i);
        }
        return quotesPerSecond * weight(rank) / all;
    }

    /** Falls slowly enough that even the last one trades every few seconds. */
    private static double weight(int rank) {
        return 1.0 / (rank + 10);
    }

    /** Writes it as {@code --instruments} takes it. */
    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("symbol,name,kind,price,quotesPerSecond,tradeSize,tickSize");
        for (int rank = 0; rank < symbols.size(); rank++) {
            String symbol = symbols.get(rank).text();
            String rest = switch (symbol) {
                case "BTC-USD" -> "crypto,64000,%s,0.05,0.01";
                case "ETH-USD" -> "crypto,2500,%s,0.5,0.01";
                case "EURUSD=X", "USDCHF=X" -> "fx,1.08,%s,,0.0001";
                case "^SOAK" -> "index,5000,%s,,0.01";
                default -> "stock," + (20 + 7 * rank) + ",%s,100,0.01";
            };
            lines.add(symbol + ",Soaked " + symbol + ","
                    + rest.formatted(String.format(Locale.ROOT, "%.3f", rate(rank))));
        }
        Files.write(file, lines);
    }
}
