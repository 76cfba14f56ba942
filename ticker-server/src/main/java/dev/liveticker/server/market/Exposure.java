package dev.liveticker.server.market;

import dev.liveticker.server.market.calendar.TradingHours;
import java.util.List;

/**
 * How much of an instrument's movement it shares with others.
 *
 * @param loadings its correlation with each factor it follows
 * @param own its correlation with what moves it alone; the squares of all add up to 1
 */
record Exposure(List<Loading> loadings, double own) {

    /** @param weight from -1 to 1 */
    record Loading(String factor, double weight) {}

    private static final String MARKET = "market";
    private static final String CRYPTO = "crypto";
    private static final String DOLLAR = "dollar";

    static Exposure of(Listing listing) {
        String sector = listing.instrument().sector();
        return switch (listing.instrument().kind()) {
            case STOCK ->
                sector == null
                        ? shared(new Loading(MARKET, 0.55))
                        : shared(new Loading(MARKET, 0.5), new Loading("sector/" + sector, 0.35));
            case INDEX -> shared(new Loading(MARKET, 0.95));
            case CRYPTO -> shared(new Loading(CRYPTO, 0.7), new Loading(MARKET, 0.2));
            case FX -> fx(listing);
        };
    }

    /** How an instrument of this exposure moves by itself while its market is open. */
    Walk.Kind ownWalk(Listing listing, TradingHours hours) {
        double deviation = own * listing.dailyVolatility() * Math.sqrt(1 - hours.nightShare());
        return switch (listing.instrument().kind()) {
            case STOCK -> new Walk.Kind(deviation, LogVolatility.Scales.OWN, 1, 0.1, 0.07);
            case INDEX -> new Walk.Kind(deviation, LogVolatility.Scales.OWN, 1, 0.1, 0);
            case CRYPTO, FX -> new Walk.Kind(deviation, LogVolatility.Scales.OWN, 0.5, 0.2, 0.07);
        };
    }

    /** Standard deviation of how far it moves by itself over its market's night. */
    double ownNight(Listing listing, TradingHours hours) {
        return own * listing.dailyVolatility() * Math.sqrt(hours.nightShare());
    }

    /** A dear dollar lowers what is priced in it and raises what it is priced in. */
    private static Exposure fx(Listing listing) {
        if (listing.instrument().currency().equals("USD")) {
            return shared(new Loading(DOLLAR, -0.6));
        }
        return listing.symbol().text().startsWith("USD") ? shared(new Loading(DOLLAR, 0.6)) : shared();
    }

    private static Exposure shared(Loading... loadings) {
        double left = 1;
        for (Loading loading : loadings) {
            left -= loading.weight * loading.weight;
        }
        return new Exposure(List.of(loadings), Math.sqrt(left));
    }
}
