package dev.liveticker.desktop.alert;

import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.desktop.text.PriceFormat;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.message.Failure;
import dev.liveticker.model.AlertCondition;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.MicroTime;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How alerts are told: what they wait for, what happened, and why one cannot be. */
final class AlertWords {

    private static final int DECIMALS = 2;

    private final InstrumentDirectory instruments;

    AlertWords(InstrumentDirectory instruments) {
        this.instruments = instruments;
    }

    /** Such as {@code rises to}: what stands between the symbol and the level. */
    static String verb(AlertCondition condition) {
        return switch (condition) {
            case CROSSES_ABOVE -> Texts.of("alert.verb.crossesAbove");
            case CROSSES_BELOW -> Texts.of("alert.verb.crossesBelow");
            case CHANGE_PERCENT_ABOVE -> Texts.of("alert.verb.changePercentAbove");
            case CHANGE_PERCENT_BELOW -> Texts.of("alert.verb.changePercentBelow");
        };
    }

    /** Such as {@code rises to 190.00}. */
    String condition(AlertRow row) {
        return condition(
                row.alert().symbol(), row.alert().condition(), row.alert().level());
    }

    private String condition(@Nullable Symbol symbol, AlertCondition condition, BigDecimal level) {
        return Texts.of("alert.condition", verb(condition), level(symbol, condition, level));
    }

    /** The level as it is shown, and typed. */
    String level(@Nullable Symbol symbol, AlertCondition condition, BigDecimal level) {
        return condition.percent() ? PriceFormat.of(0).signed(level) + '%' : price(symbol, level);
    }

    String price(@Nullable Symbol symbol, BigDecimal price) {
        int decimals = symbol == null
                ? DECIMALS
                : instruments.find(symbol).map(Instrument::decimals).orElse(DECIMALS);
        return PriceFormat.of(decimals).price(price);
    }

    String standing(AlertRow row) {
        return switch (row.standing()) {
            case ARMED -> row.alert().repeat() ? Texts.of("alert.standing.repeats") : Texts.of("alert.standing.armed");
            case FIRED -> Texts.of("alert.standing.fired");
            case WAITING -> Texts.of("alert.standing.waiting");
            case REFUSED -> Texts.of("alert.standing.refused");
        };
    }

    /** What happened, such as {@code AAPL at 190.05 · rises to 190.00}; in the server's words where it is not known. */
    String fired(FiredAlert fired) {
        if (fired.symbol() == null || fired.condition() == null || fired.level() == null || fired.price() == null) {
            return fired.text();
        }
        return Texts.of(
                "alert.fired",
                fired.symbol().text(),
                price(fired.symbol(), fired.price()),
                condition(fired.symbol(), fired.condition(), fired.level()));
    }

    /** The time of day today, and the date with it on any other. */
    static String time(long micros, Instant now, ZoneId zone) {
        var time = MicroTime.instant(micros).atZone(zone);
        boolean today = time.toLocalDate().equals(now.atZone(zone).toLocalDate());
        DateTimeFormatter format = today
                ? DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM);
        return format.withLocale(Locale.getDefault(Locale.Category.FORMAT)).format(time);
    }

    /** Why the server does not do what it was asked. */
    static String refusal(Failure failure) {
        return switch (failure.code()) {
            case "unauthenticated" -> Texts.of("alert.refusal.unauthenticated");
            case "not_supported" -> Texts.of("alert.refusal.notSupported");
            case "not_allowed" -> Texts.of("alert.refusal.notAllowed");
            case "unknown_symbol" -> Texts.of("alert.refusal.unknownSymbol");
            case "bad_price" -> Texts.of("alert.refusal.price");
            case "bad_percent" -> Texts.of("alert.refusal.percent");
            case "bad_note" -> Texts.of("alert.refusal.note");
            case "too_many_alerts" -> Texts.of("alert.refusal.tooMany");
            default -> failure.message();
        };
    }
}
