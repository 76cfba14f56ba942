package dev.liveticker.server.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.model.Alert;
import dev.liveticker.model.AlertCondition;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The book's search by level against a model that looks at every alert at every price. */
class AlertBookPropertyTest {

    private static final Symbol SYMBOL = Symbol.of("AAPL");
    private static final long COOLDOWN = 10;

    /** What happens to a market with alerts. */
    sealed interface Step {}

    record Price(BigDecimal price, long after) implements Step {}

    record Close(BigDecimal close) implements Step {}

    record Put(Alert alert) implements Step {}

    record Remove(String id) implements Step {}

    /** Takes each alert by itself, and the definitions at their word, with exact fractions. */
    private static final class Model {
        private final Map<String, Alert> alerts = new LinkedHashMap<>();
        private BigDecimal last;
        private BigDecimal close;
        private BigDecimal changeFrom;

        private Set<String> price(BigDecimal price, long time) {
            Set<String> fired = new HashSet<>();
            for (Alert alert : List.copyOf(alerts.values())) {
                Long before = alert.firedTime();
                boolean silent = before != null && (!alert.repeat() || time < before + COOLDOWN);
                if (!silent && crosses(alert, price)) {
                    fired.add(alert.id());
                    alerts.put(alert.id(), alert.fired(time));
                }
            }
            last = price;
            changeFrom = price;
            return fired;
        }

        private boolean crosses(Alert alert, BigDecimal price) {
            BigDecimal from = alert.condition().percent() ? changeFrom : last;
            BigDecimal level = alert.level();
            if (alert.condition().percent() && close != null) {
                // (100 + percent) / 100 of the close is exact.
                level = close.multiply(level.add(new BigDecimal(100))).movePointLeft(2);
            } else if (alert.condition().percent()) {
                return false;
            }
            if (from == null) {
                return false;
            }
            return alert.condition().rising()
                    ? from.compareTo(level) < 0 && price.compareTo(level) >= 0
                    : from.compareTo(level) > 0 && price.compareTo(level) <= 0;
        }

        private void close(BigDecimal newClose) {
            if (close != null && close.compareTo(newClose) != 0) {
                changeFrom = newClose;
            }
            close = newClose;
        }
    }

    @Property(tries = 2_000)
    void what_fires_is_what_crossed(@ForAll("histories") List<Step> history) {
        AlertBook book = new AlertBook(Duration.ofNanos(COOLDOWN * 1_000));
        Model model = new Model();
        long time = 1;
        for (Step step : history) {
            switch (step) {
                case Price(BigDecimal price, long after) -> {
                    time += after;
                    List<String> fired = new ArrayList<>();
                    for (Firing firing : book.price(SYMBOL, price, time)) {
                        fired.add(firing.alert().alert().id());
                    }
                    assertThat(fired)
                            .doesNotHaveDuplicates()
                            .containsExactlyInAnyOrderElementsOf(model.price(price, time));
                }
                case Close(BigDecimal close) -> {
                    book.previousClose(SYMBOL, close);
                    model.close(close);
                }
                case Put(Alert alert) -> {
                    book.set(new OwnedAlert("ana", alert));
                    model.alerts.put(alert.id(), alert);
                }
                case Remove(String id) -> {
                    book.remove(new AlertKey("ana", id));
                    model.alerts.remove(id);
                }
            }
            assertThat(book.of("ana").stream().map(OwnedAlert::alert))
                    .as("in the order in which they were first set")
                    .containsExactlyElementsOf(model.alerts.values());
        }
    }

    @Property(tries = 1_000)
    void after_a_restart_the_same_fires_as_without(@ForAll("histories") List<Step> history, @ForAll("cuts") int cut) {
        AlertBook whole = new AlertBook(Duration.ofNanos(COOLDOWN * 1_000));
        AlertBook restarted = new AlertBook(Duration.ofNanos(COOLDOWN * 1_000));
        Reference saved = Reference.NOTHING;
        BigDecimal close = null;
        BigDecimal last = null;
        boolean cutYet = false;
        boolean newDay = false;
        long time = 1;
        for (int i = 0; i < history.size(); i++) {
            // Between a new day and its first price, what the market opens with counts as that; so not there.
            if (i >= cut && !cutYet && !newDay) {
                cutYet = true;
                AlertBook next = new AlertBook(Duration.ofNanos(COOLDOWN * 1_000));
                next.resume(SYMBOL, saved);
                for (OwnedAlert alert : restarted.of("ana")) {
                    next.resume(alert, time);
                }
                // What the market opens with.
                if (close != null) {
                    next.previousClose(SYMBOL, close);
                }
                if (last != null) {
                    assertThat(next.price(SYMBOL, last, time)).isEmpty();
                }
                restarted = next;
            }
            switch (history.get(i)) {
                case Price(BigDecimal price, long after) -> {
                    time += after;
                    last = price;
                    newDay = false;
                    assertThat(restarted.price(SYMBOL, price, time).stream().map(Firing::alert))
                            .containsExactlyInAnyOrderElementsOf(whole.price(SYMBOL, price, time).stream()
                                    .map(Firing::alert)
                                    .toList());
                }
                case Close(BigDecimal newClose) -> {
                    newDay |= close != null && close.compareTo(newClose) != 0;
                    close = newClose;
                    whole.previousClose(SYMBOL, close);
                    restarted.previousClose(SYMBOL, close);
                }
                case Put(Alert alert) -> {
                    whole.set(new OwnedAlert("ana", alert));
                    restarted.set(new OwnedAlert("ana", alert));
                }
                case Remove(String id) -> {
                    whole.remove(new AlertKey("ana", id));
                    restarted.remove(new AlertKey("ana", id));
                }
            }
            Reference moved = restarted.takeMoved(SYMBOL);
            saved = moved == null ? saved : moved;
        }
    }

    @Provide
    Arbitrary<Integer> cuts() {
        return Arbitraries.integers().between(0, 30);
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Step> prices =
                Combinators.combine(prices(), Arbitraries.longs().between(0, 6)).as(Price::new);
        Arbitrary<Step> closes = prices().map(Close::new);
        Arbitrary<Step> removals = ids().map(Remove::new);
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(8, prices),
                        net.jqwik.api.Tuple.of(1, closes),
                        net.jqwik.api.Tuple.of(4, puts()),
                        net.jqwik.api.Tuple.of(1, removals))
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    private static Arbitrary<Step> puts() {
        return Combinators.combine(
                        ids(),
                        Arbitraries.of(AlertCondition.class),
                        prices(),
                        Arbitraries.integers().between(-50_000, 50_000),
                        Arbitraries.of(true, false))
                .as((id, condition, price, percent, repeat) -> new Put(new Alert(
                        id,
                        SYMBOL,
                        condition,
                        condition.percent() ? null : price,
                        condition.percent() ? BigDecimal.valueOf(percent, 4) : null,
                        repeat,
                        null,
                        true,
                        null)));
    }

    private static Arbitrary<String> ids() {
        return Arbitraries.of("a", "b", "c", "d", "e", "f", "g", "h");
    }

    /** Few enough that levels are often hit, some of another scale than their equals. */
    private static Arbitrary<BigDecimal> prices() {
        return Combinators.combine(
                        Arbitraries.integers().between(95, 105),
                        Arbitraries.integers().between(0, 2))
                .as((whole, scale) -> new BigDecimal(whole).setScale(scale, RoundingMode.UNNECESSARY));
    }
}
