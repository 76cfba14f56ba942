package dev.liveticker.desktop.indicator;

import dev.liveticker.model.Instrument;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When a trading day begins, and with it what is summed up over one.
 *
 * @param zone of the exchange
 * @param begins by the exchange's clock
 */
public record TradingDay(ZoneId zone, LocalTime begins) {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /**
     * The day of an instrument, as docs/market.md has it: at an exchange it begins at midnight where the currency is at
     * home, for currencies at 17:00 in New York, for crypto at midnight UTC.
     *
     * @param instrument absent while it is not known; it is then taken for one of New York
     */
    public static TradingDay of(@Nullable Instrument instrument) {
        if (instrument == null) {
            return new TradingDay(NEW_YORK, LocalTime.MIDNIGHT);
        }
        return switch (instrument.kind()) {
            case STOCK, INDEX -> new TradingDay(home(instrument.currency()), LocalTime.MIDNIGHT);
            case FX -> new TradingDay(NEW_YORK, LocalTime.of(17, 0));
            case CRYPTO -> new TradingDay(ZoneOffset.UTC, LocalTime.MIDNIGHT);
        };
    }

    /** When the day that holds a moment is over; both in microseconds since the Unix epoch, UTC. */
    public long endAfter(long micros) {
        ZonedDateTime moment = Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atZone(zone);
        LocalDate date = moment.toLocalDate();
        ZonedDateTime end = date.atTime(begins).atZone(zone);
        if (!end.isAfter(moment)) {
            end = date.plusDays(1).atTime(begins).atZone(zone);
        }
        return ChronoUnit.MICROS.between(Instant.EPOCH, end.toInstant());
    }

    private static ZoneId home(String currency) {
        return switch (currency) {
            case "EUR", "GBP", "CHF", "DKK", "SEK", "NOK", "PLN", "CZK", "HUF" -> ZoneId.of("Europe/Paris");
            case "JPY" -> ZoneId.of("Asia/Tokyo");
            default -> NEW_YORK;
        };
    }
}
