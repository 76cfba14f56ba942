package dev.liveticker.server.market;

import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Made-up stocks in any number, whose prices, volatilities and activity are spread as those of a large exchange are.
 * The first ones of a small universe are the first ones of a large one too, but for how often they trade.
 */
final class SyntheticUniverse {

    /** How many there can be. */
    static final int MOST = 100_000;

    /** Of all together, whichever number there is. */
    static final double MOST_QUOTES_PER_SECOND = 20_000;

    /** Of each on average, while that is less. */
    static final double MEAN_QUOTES_PER_SECOND = 1;

    /**
     * Activity falls with rank as {@code (rank + 10)^-0.8}: a power law whose head is flattened (Zipf and Mandelbrot),
     * so that no single stock takes a large share of all.
     */
    private static final double RANK_EXPONENT = -0.8;

    private static final double RANK_SHIFT = 10;

    /** Prices and volatilities are log-normal. */
    private static final double MEDIAN_PRICE = 40;

    private static final double PRICE_SCATTER = 1.1;
    private static final double LEAST_PRICE = 0.3;
    private static final double MOST_PRICE = 4_000;

    private static final double MEDIAN_VOLATILITY = 0.34;
    private static final double VOLATILITY_SCATTER = 0.4;
    private static final double LEAST_VOLATILITY = 0.1;
    private static final double MOST_VOLATILITY = 1.5;

    /** What an average trade comes to, in dollars. */
    private static final double MEDIAN_TRADE = 9_000;

    private static final double TRADE_SCATTER = 0.6;

    private static final String CONSONANTS = "bdfgklmnprstvz";
    private static final String VOWELS = "aeiou";
    private static final int SYLLABLES = CONSONANTS.length() * VOWELS.length();
    private static final int WORDS = SYLLABLES * SYLLABLES * SYLLABLES;

    /** Has no divisor in common with {@link #WORDS}, so that each word comes once; near its golden section. */
    private static final long WORD_STRIDE = 211_987;

    /** No exchange's suffix. */
    private static final String SUFFIX = ".SIM";

    /** @param share of a hundred stocks, how many are in it */
    private record Sector(String name, String business, int share) {}

    private static final List<Sector> SECTORS = List.of(
            new Sector("Information Technology", "Systems", 17),
            new Sector("Health Care", "Therapeutics", 16),
            new Sector("Financials", "Capital", 16),
            new Sector("Industrials", "Industries", 14),
            new Sector("Consumer Discretionary", "Brands", 11),
            new Sector("Consumer Staples", "Foods", 5),
            new Sector("Energy", "Petroleum", 5),
            new Sector("Materials", "Materials", 5),
            new Sector("Real Estate", "Properties", 5),
            new Sector("Communication Services", "Media", 3),
            new Sector("Utilities", "Power", 3));

    private final Seed seed;

    SyntheticUniverse(Seed seed) {
        this.seed = seed;
    }

    /**
     * The most traded first.
     *
     * @param count 1 to {@link #MOST}
     */
    List<Listing> listings(int count) {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("from 1 to " + MOST + " instruments expected, not " + count);
        }
        double[] weights = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            weights[i] = StrictMath.pow(i + 1 + RANK_SHIFT, RANK_EXPONENT);
            sum += weights[i];
        }
        double all = quotesPerSecond(count);
        List<Listing> listings = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            listings.add(listing(word(i), all * weights[i] / sum));
        }
        return listings;
    }

    /** How often the quotes of so many change, all together. */
    static double quotesPerSecond(int count) {
        return Math.min(MOST_QUOTES_PER_SECOND, MEAN_QUOTES_PER_SECOND * count);
    }

    private Listing listing(String word, double quotesPerSecond) {
        Symbol symbol = new Symbol(word.toUpperCase(Locale.ROOT) + SUFFIX);
        RandomGenerator random = seed.stream("synthetic/" + symbol.text());
        Sector sector = sector(random.nextInt(100));
        double about = logNormal(MEDIAN_PRICE, PRICE_SCATTER, LEAST_PRICE, MOST_PRICE, random);
        BigDecimal price = about < 1 ? rounded(about, 4) : rounded(about, 2);
        double volatility = logNormal(MEDIAN_VOLATILITY, VOLATILITY_SCATTER, LEAST_VOLATILITY, MOST_VOLATILITY, random);
        double traded = logNormal(MEDIAN_TRADE, TRADE_SCATTER, 0, Double.MAX_VALUE, random);
        return new Listing(
                new Instrument(
                        symbol,
                        word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) + " " + sector.business()
                                + " Inc.",
                        AssetClass.STOCK,
                        "USD",
                        BigDecimal.ONE.movePointLeft(about < 1 ? 4 : 2),
                        sector.name()),
                price,
                rounded(volatility, 3).doubleValue(),
                quotesPerSecond,
                BigDecimal.valueOf(Math.max(1, Math.round(traded / about))));
    }

    private static Sector sector(int percentile) {
        int below = 0;
        for (Sector sector : SECTORS) {
            below += sector.share();
            if (percentile < below) {
                return sector;
            }
        }
        return SECTORS.getLast();
    }

    private static double logNormal(double median, double scatter, double least, double most, RandomGenerator random) {
        return Math.clamp(median * StrictMath.exp(scatter * random.nextGaussian()), least, most);
    }

    private static BigDecimal rounded(double value, int places) {
        return BigDecimal.valueOf(Math.round(value * StrictMath.pow(10, places)), places);
    }

    /** Three syllables; each number below {@link #WORDS} has its own. */
    private static String word(int number) {
        int code = (int) (number * WORD_STRIDE % WORDS);
        return syllable(code / SYLLABLES / SYLLABLES)
                + syllable(code / SYLLABLES % SYLLABLES)
                + syllable(code % SYLLABLES);
    }

    private static String syllable(int number) {
        return "" + CONSONANTS.charAt(number / VOWELS.length()) + VOWELS.charAt(number % VOWELS.length());
    }
}
