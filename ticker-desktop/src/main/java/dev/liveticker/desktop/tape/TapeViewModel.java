package dev.liveticker.desktop.tape;

import dev.liveticker.model.Symbol;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * The tape: prices that run by from right to left. It stands still while somebody points at it; where people asked
 * their system for less motion it turns pages instead of running. Belongs to the FX thread; needs no toolkit.
 */
public final class TapeViewModel {

    /** Long enough to read a page. */
    static final long PAGE_SHOWN = Duration.ofSeconds(6).toNanos();

    /** After a longer silence, of a window that was hidden or a long pause, it goes on and does not make up for it. */
    static final long LONGEST_STEP = Duration.ofMillis(100).toNanos();

    /** In pixels of usual text size a second, as the settings have it. */
    public static final double SLOWEST = 10;

    /** Faster than this nobody can read. */
    public static final double FASTEST = 300;

    private static final double FASTER = 1.25;

    private final QuoteLines lines;
    private final Consumer<Boolean> keepOn;
    private final DoubleConsumer keepSpeed;
    private final Consumer<Symbol> chart;
    private final TapeStrip strip = new TapeStrip();
    private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper speed = new ReadOnlyDoubleWrapper();
    private final BooleanProperty held = new SimpleBooleanProperty();
    private final BooleanProperty reducedMotion = new SimpleBooleanProperty();
    private boolean ran;
    private long ranAtNanos;
    private long turnedAtNanos;
    private double ahead;

    /**
     * @param keepOn keeps whether it is there, so that {@link #follow} is told
     * @param keepSpeed keeps how fast it runs, likewise
     * @param chart charts a symbol
     */
    public TapeViewModel(QuoteLines lines, Consumer<Boolean> keepOn, DoubleConsumer keepSpeed, Consumer<Symbol> chart) {
        this.lines = lines;
        this.keepOn = keepOn;
        this.keepSpeed = keepSpeed;
        this.chart = chart;
    }

    /** What the settings say. */
    public void follow(boolean isOn, double pixelsASecond) {
        speed.set(pixelsASecond);
        on.set(isOn);
    }

    /** Whether it is there at all. */
    public ReadOnlyBooleanProperty on() {
        return on.getReadOnlyProperty();
    }

    /** In pixels of usual text size a second. */
    public ReadOnlyDoubleProperty speed() {
        return speed.getReadOnlyProperty();
    }

    /** Whether it stands still for somebody who looks at it. */
    public BooleanProperty held() {
        return held;
    }

    /** Whether people asked for less motion. */
    public BooleanProperty reducedMotion() {
        return reducedMotion;
    }

    public void toggle() {
        keepOn.accept(!on.get());
    }

    /** By whoever moves a slider: kept from now on. */
    public void runAt(double pixelsASecond) {
        keepSpeed.accept(Math.clamp(pixelsASecond, SLOWEST, FASTEST));
    }

    /** A quarter faster for a positive number, slower for a negative one. */
    public void faster(int steps) {
        runAt(speed.get() * Math.pow(FASTER, steps));
    }

    /** Charts the line at x, in pixels from the left edge. Without effect where there is none. */
    public void click(double x) {
        strip.at(x).map(QuoteLine::symbol).ifPresent(chart);
    }

    boolean isLive() {
        return lines.isLive();
    }

    long revision() {
        return lines.revision();
    }

    List<TapeStrip.Placed> placed() {
        return strip.placed();
    }

    void remeasure() {
        strip.remeasure();
    }

    /** Moves it by hand, by whole pixels to the left. */
    void push(double pixels) {
        ahead += pixels;
    }

    /**
     * Brings the tape to where it is now. Called once a pulse while it is in view.
     *
     * @param textScale how large text is against the usual; a larger one runs as many pixels more
     * @param pixel the size of the smallest step, which is one pixel of the screen
     * @param width what a line takes
     * @return whether it moved
     */
    boolean pulse(long nowNanos, double textScale, double pixel, double viewWidth, ToDoubleFunction<QuoteLine> width) {
        strip.lines(lines.lines());
        long passed = ran ? Math.clamp(nowNanos - ranAtNanos, 0, LONGEST_STEP) : 0;
        ranAtNanos = nowNanos;
        if (!ran) {
            turnedAtNanos = nowNanos;
        }
        ran = true;
        if (held.get()) {
            turnedAtNanos = nowNanos;
        } else if (!reducedMotion.get()) {
            ahead += speed.get() * textScale * passed / 1e9;
        } else if (nowNanos - turnedAtNanos >= PAGE_SHOWN) {
            turnedAtNanos = nowNanos;
            strip.turnPage(viewWidth, width);
            return true;
        }
        // By whole pixels: letters stay sharp, and between two of them there is nothing to paint.
        double step = Math.floor(ahead / pixel) * pixel;
        ahead -= step;
        strip.advance(step, viewWidth, width);
        return step != 0;
    }
}
