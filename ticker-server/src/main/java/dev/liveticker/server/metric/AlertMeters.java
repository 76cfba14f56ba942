package dev.liveticker.server.metric;

import dev.liveticker.server.alert.AlertDesk;
import dev.liveticker.server.alert.AlertFigures;
import java.util.concurrent.CompletableFuture;

/** Users' alerts. */
final class AlertMeters implements MeterGroup {

    private final Latest<AlertFigures> figures;

    AlertMeters(AlertDesk desk) {
        this.figures = new Latest<>(AlertFigures.NOTHING, desk::figures);
    }

    @Override
    public CompletableFuture<?> ask() {
        return figures.ask();
    }

    @Override
    public void putUp(Panel panel) {
        panel.gauge(
                "live.ticker.alerts",
                "Alerts there are, fired ones included.",
                () -> figures.value().alerts());
        panel.counter(
                "live.ticker.alerts.set",
                "Alerts set or changed.",
                () -> figures.value().set());
        panel.counter(
                "live.ticker.alerts.fired",
                "Alerts that fired.",
                () -> figures.value().fired());
        panel.gauge(
                "live.ticker.alerts.failing",
                "1 while alerts cannot be saved, and nobody is told of any.",
                () -> figures.value().failing() ? 1 : 0);
        panel.gauge(
                "live.ticker.notifications.pending",
                "Notifications that wait to be acknowledged.",
                () -> figures.value().pending());
        panel.counter(
                "live.ticker.notifications.dropped",
                "Notifications dropped because too many of one user's waited; those of earlier runs included.",
                () -> figures.value().dropped());
    }
}
