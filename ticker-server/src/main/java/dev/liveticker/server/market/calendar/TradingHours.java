package dev.liveticker.server.market.calendar;

import dev.liveticker.model.AssetClass;

/** When something trades and how busily. Immutable; any thread may ask. */
public sealed interface TradingHours permits RoundTheClock, ExchangeHours, CurrencyWeek {

    /** What tells them from others. */
    String name();

    /** What there is at this time, microseconds since the Unix epoch. */
    Stretch at(long micros);

    /** How many seconds of average activity a trading day has. */
    double secondsADay();

    /**
     * How much of a day's own variance comes overnight, from 0 to 1; what an instrument shares with others is apart.
     */
    double nightShare();

    /** Whether they never close. */
    default boolean roundTheClock() {
        return this instanceof RoundTheClock;
    }

    /**
     * The hours of an instrument.
     *
     * @param currency ISO 4217 code of what it is paid in, which says where a stock or an index is at home: the dollar
     *     in New York, the yen in Tokyo, European currencies in Europe, all others in New York as well
     * @param sessions whether exchanges open and close; else all trades round the clock
     */
    static TradingHours of(AssetClass kind, String currency, boolean sessions) {
        return switch (kind) {
            case STOCK, INDEX -> sessions ? ExchangeHours.of(currency) : RoundTheClock.STOCKS;
            case FX -> sessions ? CurrencyWeek.CURRENCIES : RoundTheClock.CURRENCIES;
            case CRYPTO -> RoundTheClock.CRYPTO;
        };
    }

    /**
     * The hours of what moves many instruments of a kind at once. Unlike an exchange, the world does not close
     * overnight; but with sessions it rests at weekends, because prices move little more over a weekend than over a
     * night (French and Roll 1986, Stock return variances).
     */
    static TradingHours ofFactor(AssetClass kind, boolean sessions) {
        return switch (kind) {
            case STOCK, INDEX -> sessions ? CurrencyWeek.FUTURES : RoundTheClock.STOCKS;
            case FX, CRYPTO -> of(kind, "USD", sessions);
        };
    }
}
