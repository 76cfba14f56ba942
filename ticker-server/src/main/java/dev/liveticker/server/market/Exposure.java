package dev.liveticker.server.market;

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
