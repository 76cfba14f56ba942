package dev.liveticker.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * Who wants what. The same workload always asks for the same, so that every contender gets equal work.
 *
 * @param name for the record
 * @param universe every symbol of the market, {@link #symbol} 0 up to this
 * @param each how many of them a connection wants
 * @param distinct whether each connection draws its own at random; otherwise all want the first ones
 * @param maxRates handed out to the connections in turn; 0 stands for no limit
 */
public record Workload(String name, int universe, int each, boolean distinct, List<Integer> maxRates) {

    private static final long SEED = 20_260_101;

    public Workload {
        if (each < 1 || each > universe || universe > 100_000) {
            throw new IllegalArgumentException("no workload: " + each + " of " + universe + " symbols");
        }
        if (maxRates.isEmpty() || maxRates.stream().anyMatch(rate -> rate < 0)) {
            throw new IllegalArgumentException("a rate is 0 (no limit) or more");
        }
        maxRates = List.copyOf(maxRates);
    }

    /** Everyone wants the same symbols, as fast as they come. */
    public static Workload same(int symbols) {
        return new Workload("same", symbols, symbols, false, List.of(0));
    }

    /** Everyone wants symbols of their own, {@code each} of {@code universe}. */
    public static Workload distinct(int each, int universe, List<Integer> maxRates) {
        return new Workload("distinct", universe, each, true, maxRates);
    }

    /** The name of the market's {@code index}-th symbol. */
    public static String symbol(int index) {
        return "S" + (10_000 + index);
    }

    /** What connection {@code index} wants. */
    public List<String> symbols(int index) {
        int[] all = new int[universe];
        for (int i = 0; i < universe; i++) {
            all[i] = i;
        }
        SplittableRandom random = new SplittableRandom(SEED + index);
        List<String> wanted = new ArrayList<>(each);
        for (int i = 0; i < each; i++) {
            int drawn = distinct ? random.nextInt(i, universe) : i;
            wanted.add(symbol(all[drawn]));
            all[drawn] = all[i];
        }
        return wanted;
    }

    /** Quotes a second and symbol that connection {@code index} wants at most; empty for all. */
    public OptionalInt maxRate(int index) {
        int rate = maxRates.get(index % maxRates.size());
        return rate == 0 ? OptionalInt.empty() : OptionalInt.of(rate);
    }

    /** The {@code subscribe} frame of connection {@code index}. */
    public String subscription(int index) {
        StringBuilder frame = new StringBuilder("[{\"type\":\"subscribe\",\"channel\":\"quotes\",\"symbols\":[\"")
                .append(String.join("\",\"", symbols(index)))
                .append("\"]");
        maxRate(index).ifPresent(rate -> frame.append(",\"maxRate\":").append(rate));
        return frame.append("}]").toString();
    }

    /** The same as an HTTP query. */
    public String query(int index) {
        StringBuilder query = new StringBuilder("channels=quotes&symbols=").append(String.join(",", symbols(index)));
        maxRate(index).ifPresent(rate -> query.append("&maxRate=").append(rate));
        return query.toString();
    }
}
