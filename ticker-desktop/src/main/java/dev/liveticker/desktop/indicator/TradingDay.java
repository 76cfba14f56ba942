package dev.liveticker.desktop.indicator;

import dev.liveticker.model.Instrument;
import dev.liveticker.model.MicroTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * When a trading day begins, and with it what is summed up over one.
 *
 * @param zone of the exchange
 * @param begins by the exchange's clock
 */
public record TradingDay(ZoneId zone, LocalTime begins) {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** From the beginning of a day until exchanges open; most of a day without a night lies after it too. */
    private static final Duration UNTIL_OPEN = Duration.ofHours(9);

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
        return MicroTime.of(end(micros).toInstant());
    }

    /**
     * The date that somebody elsewhere gives to what they trade in the day that holds a moment: their own when the
     * exchange opens. It stays the same for the whole day, over their midnight too.
     *
     * @param micros since the Unix epoch, UTC
     * @param theirs where they live
     */
    public LocalDate dateOf(long micros, ZoneId theirs) {
        Instant opening = end(micros).minusDays(1).toInstant().plus(UNTIL_OPEN);
        return LocalDate.ofInstant(opening, theirs);
    }

    private ZonedDateTime end(long micros) {
        ZonedDateTime moment = MicroTime.instant(micros).atZone(zone);
        LocalDate date = moment.toLocalDate();
        ZonedDateTime end = date.atTime(begins).atZone(zone);
        if (!end.isAfter(moment)) {
            end = date.plusDays(1).atTime(begins).atZone(zone);
        }
        return end;
    }

    private static ZoneId home(String currency) {
        return switch (currency) {
            case "EUR", "GBP", "CHF", "DKK", "SEK", "NOK", "PLN", "CZK", "HUF" -> ZoneId.of("Europe/Paris");
            case "JPY" -> ZoneId.of("Asia/Tokyo");
            default -> NEW_YORK;
        };
    }
}
