package dev.liveticker.desktop.portfolio;

import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Something that was bought or sold.
 *
 * @param id tells it from others that are the same in everything else; of no meaning outside one portfolio
 * @param side whether it was bought or sold
 * @param quantity more than zero; fractions are fine
 * @param price of one, in the instrument's currency; zero or more
 * @param fee of the whole transaction, in the same currency; zero or more
 * @param date the day it was done, from {@link #EARLIEST} to {@link #LATEST}
 */
public record Transaction(
        long id, Symbol symbol, Side side, BigDecimal quantity, BigDecimal price, BigDecimal fee, LocalDate date) {

    static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    static final LocalDate LATEST = LocalDate.of(2999, 12, 31);
    /** Less than this: more is a mistake, and exact decimals must not become long ones. */
    static final BigDecimal LARGEST = BigDecimal.TEN.pow(18);

    static final int MOST_DECIMALS = 20;

    /** @throws IllegalArgumentException if a figure is out of its range */
    public Transaction {
        quantity = checked(quantity, "quantity");
        price = checked(price, "price");
        fee = checked(fee, "fee");
        if (quantity.signum() == 0) {
            throw new IllegalArgumentException("a quantity must be more than zero");
        }
        if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
            throw new IllegalArgumentException("a date must be from " + EARLIEST + " to " + LATEST);
        }
    }

    Transaction withId(long newId) {
        return new Transaction(newId, symbol, side, quantity, price, fee, date);
    }

    /** What it did to the quantity held: less than zero for a sale. */
    BigDecimal change() {
        return side == Side.BUY ? quantity : quantity.negate();
    }

    /** What it cost with its fee; less than zero for what a sale brought in after its fee. */
    BigDecimal paid() {
        return change().multiply(price).add(fee);
    }

    /** Without zeros at the end, so that equal figures are equal and stay short. */
    private static BigDecimal checked(BigDecimal figure, String name) {
        // The scale first: stripping 1E+1000000000 would try to write it out.
        boolean tame = Math.abs((long) figure.scale()) <= 1_000 && figure.precision() <= 1_000;
        if (!tame || figure.signum() < 0 || figure.compareTo(LARGEST) >= 0) {
            throw new IllegalArgumentException("a " + name + " must be 0 or more, and less than " + LARGEST);
        }
        BigDecimal stripped = figure.stripTrailingZeros();
        if (stripped.scale() > MOST_DECIMALS) {
            throw new IllegalArgumentException("a " + name + " has at most " + MOST_DECIMALS + " decimals");
        }
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
