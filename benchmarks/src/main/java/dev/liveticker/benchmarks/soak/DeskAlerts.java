package dev.liveticker.benchmarks.soak;

import dev.liveticker.feed.Feed;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.Notification;
import dev.liveticker.model.Alert;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A user's alerts, set so near to the price that they go off, and what becomes of them. Any thread. */
final class DeskAlerts {

    private static final int MOST = 8;

    /** Of a price: crossed within seconds or minutes. */
    private static final BigDecimal NEAR = new BigDecimal("0.0003");

    private final Consumer<String> broken;
    private final Set<String> heard = new HashSet<>();
    private List<Alert> known = List.of();
    private @Nullable Feed feed;

    /** @param broken told of each promise that was */
    DeskAlerts(Consumer<String> broken) {
        this.broken = broken;
    }

    synchronized void open(Feed newFeed) {
        feed = newFeed;
        newFeed.followAlerts();
    }

    /** Sets one near the last price, in place of the one of its name, or takes one back. */
    synchronized void change(Symbol symbol, BigDecimal last, SplittableRandom random) {
        Feed asked = feed;
        if (asked == null) {
            return;
        }
        String id = "alert-" + random.nextInt(MOST);
        if (random.nextInt(4) == 0) {
            asked.removeAlert(id);
            return;
        }
        boolean above = random.nextBoolean();
        BigDecimal distance = last.multiply(NEAR).setScale(Math.max(2, last.scale()), RoundingMode.UP);
        asked.setAlert(new ClientMessage.SetAlert(
                id,
                symbol,
                above ? "crossesAbove" : "crossesBelow",
                above ? last.add(distance) : last.subtract(distance),
                null,
                random.nextBoolean(),
                "soaked"));
    }

    /** One that is told again was not taken to be acknowledged; the feed is to tell each once. */
    void notified(Notification notification) {
        Feed asked;
        synchronized (this) {
            if (!heard.add(notification.id())) {
                broken.accept("was told twice of the notification " + notification.id());
            }
            asked = feed;
        }
        if (asked != null) {
            asked.acknowledge(notification.id());
        }
    }

    synchronized void told(List<Alert> all) {
        known = List.copyOf(all);
    }

    /** As the server told them last. */
    synchronized Set<String> shown() {
        return shown(known);
    }

    static Set<String> shown(List<Alert> alerts) {
        return alerts.stream().map(Shown::alert).collect(Collectors.toUnmodifiableSet());
    }

    /** How many notifications came. */
    synchronized int notifications() {
        return heard.size();
    }
}
