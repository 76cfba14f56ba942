package dev.liveticker.server.alert;

import dev.liveticker.model.Alert;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a notification says, in English. */
final class Wording {

    private Wording() {}

    /** Such as {@code AAPL at 200.05, above 200}, after the user's own note if there is one. */
    static String of(Firing firing) {
        Alert alert = firing.alert().alert();
        String side = alert.condition().rising() ? "above " : "below ";
        String level = alert.level().toPlainString();
        String said = alert.symbol() + " at " + firing.price().toPlainString() + ", "
                + (alert.condition().percent() ? change(firing) + side + level + " %" : side + level);
        return alert.note() == null ? said : alert.note() + ": " + said;
    }

    private static String change(Firing firing) {
        BigDecimal close = firing.previousClose();
        if (close == null || close.signum() == 0) {
            return "";
        }
        BigDecimal change = firing.price().subtract(close).movePointRight(2).divide(close, 2, RoundingMode.HALF_EVEN);
        return (change.signum() > 0 ? "+" : "") + change.toPlainString() + " % today, ";
    }
}
