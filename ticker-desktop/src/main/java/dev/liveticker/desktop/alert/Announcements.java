package dev.liveticker.desktop.alert;

import dev.liveticker.desktop.text.Quantity;
import dev.liveticker.desktop.text.Texts;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Draws attention to alerts that fired, at once but not more often than once in {@link #SPACING}: what fires meanwhile
 * is gathered and told together. Belongs to the FX thread; needs no toolkit.
 */
public final class Announcements {

    static final Duration SPACING = Duration.ofSeconds(2);

    private final BooleanSupplier onDesktop;
    private final BooleanSupplier heard;
    private final ArrayDeque<FiredAlert> newest = new ArrayDeque<>();
    private Consumer<Announcement> desktop = announcement -> {};
    private Tone tone = () -> {};
    private int count;
    private long announcedAt;
    private boolean announced;

    /**
     * @param onDesktop whether the user wants to see them
     * @param heard whether the user wants to hear them
     */
    public Announcements(BooleanSupplier onDesktop, BooleanSupplier heard) {
        this.onDesktop = onDesktop;
        this.heard = heard;
    }

    /** Has them shown and heard by these; before, they are not. */
    public void by(Consumer<Announcement> shown, Tone sounded) {
        desktop = shown;
        tone = sounded;
    }

    void add(FiredAlert fired) {
        count++;
        newest.addFirst(fired);
        if (newest.size() > Announcement.MOST_LINES) {
            newest.removeLast();
        }
    }

    /** What waits to be told is of no interest any more. */
    void forget() {
        count = 0;
        newest.clear();
    }

    /** Tells what waits to be told, if it is time to. */
    void pulse(long nowNanos, AlertWords words) {
        if (count == 0 || (announced && nowNanos - announcedAt < SPACING.toNanos())) {
            return;
        }
        announced = true;
        announcedAt = nowNanos;
        Announcement announcement = announcement(words);
        forget();
        if (onDesktop.getAsBoolean()) {
            desktop.accept(announcement);
        }
        if (heard.getAsBoolean()) {
            tone.play();
        }
    }

    private Announcement announcement(AlertWords words) {
        if (count == 1) {
            FiredAlert only = newest.getFirst();
            return new Announcement(words.fired(only), only.note() == null ? List.of() : List.of(only.note()));
        }
        List<String> lines = new ArrayList<>();
        newest.forEach(fired -> lines.add(words.fired(fired)));
        return new Announcement(Texts.of("alert.announced", Quantity.count(count)), lines);
    }
}
