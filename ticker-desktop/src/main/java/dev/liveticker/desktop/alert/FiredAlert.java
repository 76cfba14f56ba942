package dev.liveticker.desktop.alert;

import dev.liveticker.message.Notification;
import dev.liveticker.model.Alert;
import dev.liveticker.model.AlertCondition;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An alert that fired, as it is kept: with the terms it had, so that it can be told in the user's language.
 *
 * @param server which server told of it
 * @param id of the notification
 * @param symbol absent where the notification is about none
 * @param condition absent where the alert was not known any more
 * @param level of the condition; absent where that is
 * @param note the user's own words; absent for none
 * @param price that made it fire; absent if not told
 * @param text as the server put it
 * @param time the market's, microseconds since the Unix epoch, UTC
 * @param seen whether the user has seen it
 */
record FiredAlert(
        String server,
        String id,
        @Nullable Symbol symbol,
        @Nullable AlertCondition condition,
        @Nullable BigDecimal level,
        @Nullable String note,
        @Nullable BigDecimal price,
        String text,
        long time,
        boolean seen) {

    /** @param alert that fired, as it is known; absent if it is not */
    static FiredAlert of(String server, Notification notification, @Nullable Alert alert) {
        return new FiredAlert(
                server,
                notification.id(),
                notification.symbol(),
                alert == null ? null : alert.condition(),
                alert == null ? null : alert.level(),
                alert == null ? null : alert.note(),
                notification.price(),
                notification.text(),
                notification.time(),
                false);
    }

    FiredAlert asSeen() {
        return new FiredAlert(server, id, symbol, condition, level, note, price, text, time, true);
    }

    boolean isOf(String otherServer) {
        return server.equals(otherServer);
    }
}
