package dev.liveticker.desktop.chart;

import dev.liveticker.desktop.indicator.Indicator;
import dev.liveticker.desktop.indicator.IndicatorChoices;
import dev.liveticker.desktop.storage.Kept;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The indicators that a person chose, kept from one start to the next. Belongs to the FX thread; needs no toolkit. */
public final class IndicatorsViewModel {

    private final Kept<IndicatorChoices> kept;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private long revision;

    public IndicatorsViewModel(Kept<IndicatorChoices> kept) {
        this.kept = kept;
        kept.value().subscribe(choices -> revision++);
    }

    public ReadOnlyObjectProperty<IndicatorChoices> choices() {
        return kept.value();
    }

    /** Why the last change could not be made, for people; empty if it was. */
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** Another number whenever the choices are others. */
    public long revision() {
        return revision;
    }

    public void turn(Indicator indicator, boolean on) {
        problem.set("");
        kept.change(choices -> choices.with(indicator, on));
    }

    /**
     * Gives a parameter another value, unless it cannot be: then {@link #problem} says why.
     *
     * @param parameter its place in {@link Indicator#parameters}
     */
    public void change(Indicator indicator, int parameter, double value) {
        List<Double> values = new ArrayList<>(kept.get().values(indicator));
        values.set(parameter, value);
        Optional<String> wrong = indicator.problem(values);
        problem.set(wrong.orElse(""));
        if (wrong.isEmpty()) {
            kept.change(choices -> choices.with(indicator, values));
        }
    }

    /** Gives every parameter its usual value; what is on stays on. */
    public void useUsual() {
        problem.set("");
        kept.change(choices -> {
            IndicatorChoices changed = choices;
            for (Indicator indicator : Indicator.values()) {
                changed = changed.with(indicator, indicator.usual());
            }
            return changed;
        });
    }
}
