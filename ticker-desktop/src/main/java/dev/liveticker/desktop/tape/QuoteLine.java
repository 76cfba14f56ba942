package dev.liveticker.desktop.tape;

import dev.liveticker.desktop.text.PriceFormat;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.message.Quote;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The newest of one symbol in a few words. They are written when they are asked for, so that a line nobody sees costs
 * nothing. For one thread.
 */
public final class QuoteLine {

    /** Against the previous close. */
    public enum Direction {
        UP,
        DOWN,
        /** Neither, or not known. */
        NONE
    }

    private static final int DECIMALS_WHEN_UNKNOWN = 2;

    private final Symbol symbol;
    private PriceFormat format = PriceFormat.of(DECIMALS_WHEN_UNKNOWN);
    private @Nullable Quote quote;
    private boolean written;
    private String last = "";
    private String percent = "";
    private Direction direction = Direction.NONE;

    QuoteLine(Symbol symbol) {
        this.symbol = symbol;
    }

    public Symbol symbol() {
        return symbol;
    }

    /** The last price; a dash while there is none. */
    public String last() {
        write();
        return last;
    }

    /** The change against the previous close in per cent, without its sign; empty while it is not known. */
    public String percent() {
        write();
        return percent;
    }

    public Direction direction() {
        write();
        return direction;
    }

    /** The line in a sentence, for people who listen to it. */
    public String spoken() {
        write();
        if (percent.isEmpty()) {
            return Texts.of("tape.spoken.price", symbol.text(), last);
        }
        return switch (direction) {
            case UP -> Texts.of("tape.spoken.up", symbol.text(), last, percent);
            case DOWN -> Texts.of("tape.spoken.down", symbol.text(), last, percent);
            case NONE -> Texts.of("tape.spoken.price", symbol.text(), last);
        };
    }

    void decimals(int decimals) {
        format = PriceFormat.of(decimals);
        written = false;
    }

    void show(@Nullable Quote newest) {
        quote = newest;
        written = false;
    }

    private void write() {
        if (written) {
            return;
        }
        written = true;
        BigDecimal price = quote == null ? null : quote.last();
        BigDecimal difference = quote == null ? null : quote.change();
        BigDecimal share = quote == null ? null : quote.changePercent();
        last = price == null ? Texts.of("tape.absent") : format.price(price);
        if (difference == null || share == null) {
            percent = "";
            direction = Direction.NONE;
            return;
        }
        percent = PriceFormat.percent(share);
        direction = switch (difference.signum()) {
            case 1 -> Direction.UP;
            case -1 -> Direction.DOWN;
            default -> Direction.NONE;
        };
    }
}
