package dev.liveticker.desktop.portfolio;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * What was bought and not sold again, by the method of average cost: a sale takes its share of the cost of all that is
 * held, whenever it was bought (as in IRS Publication 564, 2009, "average basis, single-category"). What was sold and
 * not bought is a short position: a quantity below zero with a cost below zero, which is what it brought in.
 *
 * <p>Fees belong to the cost of what is bought and are taken off what a sale brings in. Amounts are exact; only a share
 * of a cost or of a fee is divided, to 34 digits, and what one side is given by it the other is taken, so that nothing
 * is lost: {@code realised + quantity × price − cost} is always the price of all that is held less all that was paid.
 *
 * @param quantity held; less than zero if short
 * @param cost of what is held, fees included
 * @param realised what was gained by closing, fees taken off; less than zero for a loss
 */
record Holding(BigDecimal quantity, BigDecimal cost, BigDecimal realised) {

    static final MathContext PRECISION = MathContext.DECIMAL128;

    static final Holding NONE = new Holding(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /** After one transaction more. */
    Holding after(Transaction transaction) {
        BigDecimal change = transaction.change();
        BigDecimal paid = transaction.paid();
        if (quantity.signum() * change.signum() >= 0) {
            return new Holding(quantity.add(change), cost.add(paid), realised);
        }
        if (change.abs().compareTo(quantity.abs()) <= 0) {
            return closed(change, paid);
        }
        // Through nothing to the other side: one part closes, the rest opens, and each bears its part of the fee.
        BigDecimal closing = quantity.negate();
        BigDecimal fee = transaction.fee().multiply(closing).divide(change, PRECISION);
        BigDecimal paidToClose = closing.multiply(transaction.price()).add(fee);
        return new Holding(
                quantity.add(change),
                paid.subtract(paidToClose),
                closed(closing, paidToClose).realised());
    }

    /** The cost of one; zero where nothing is held. */
    BigDecimal averageCost() {
        return quantity.signum() == 0 ? BigDecimal.ZERO : cost.divide(quantity, PRECISION);
    }

    private Holding closed(BigDecimal change, BigDecimal paid) {
        BigDecimal left = quantity.add(change);
        BigDecimal released =
                left.signum() == 0 ? cost : cost.multiply(change.negate()).divide(quantity, PRECISION);
        return new Holding(
                left, cost.subtract(released), realised.subtract(paid).subtract(released));
    }
}
