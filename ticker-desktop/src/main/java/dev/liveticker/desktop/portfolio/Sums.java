package dev.liveticker.desktop.portfolio;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What positions of one currency come to. Sums are exact, so that a position can be taken off and put on again with
 * every tick, and nothing remains of it.
 *
 * @param cost of all positions
 * @param realised of all positions
 * @param priced how many have a price
 * @param unpriced how many that are open have none, and are missing in the following
 * @param outlay the costs of those priced, each without its sign
 * @param dated how many have a change of the day
 */
record Sums(
        BigDecimal cost,
        BigDecimal realised,
        int priced,
        int unpriced,
        BigDecimal outlay,
        BigDecimal value,
        BigDecimal unrealised,
        int dated,
        BigDecimal day) {

    private static final BigDecimal NOTHING = BigDecimal.ZERO;

    static final Sums NONE = new Sums(NOTHING, NOTHING, 0, 0, NOTHING, NOTHING, NOTHING, 0, NOTHING);

    static Sums of(Position position, Optional<Valuation> valuation) {
        BigDecimal cost = position.holding().cost();
        BigDecimal realised = position.holding().realised();
        if (valuation.isEmpty()) {
            int unpriced = position.isOpen() ? 1 : 0;
            return new Sums(cost, realised, 0, unpriced, NOTHING, NOTHING, NOTHING, 0, NOTHING);
        }
        Valuation now = valuation.get();
        BigDecimal day = now.day();
        return new Sums(
                cost,
                realised,
                1,
                0,
                cost.abs(),
                now.value(),
                now.unrealised(),
                day == null ? 0 : 1,
                day == null ? NOTHING : day);
    }

    Sums plus(Sums more) {
        return new Sums(
                cost.add(more.cost),
                realised.add(more.realised),
                priced + more.priced,
                unpriced + more.unpriced,
                outlay.add(more.outlay),
                value.add(more.value),
                unrealised.add(more.unrealised),
                dated + more.dated,
                day.add(more.day));
    }

    Sums minus(Sums less) {
        return new Sums(
                cost.subtract(less.cost),
                realised.subtract(less.realised),
                priced - less.priced,
                unpriced - less.unpriced,
                outlay.subtract(less.outlay),
                value.subtract(less.value),
                unrealised.subtract(less.unrealised),
                dated - less.dated,
                day.subtract(less.day));
    }
}
