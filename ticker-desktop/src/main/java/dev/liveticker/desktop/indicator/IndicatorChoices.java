package dev.liveticker.desktop.indicator;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which indicators are on, and with which parameters.
 *
 * @param choices one for each indicator; what is missing is filled in, off and as usual
 */
public record IndicatorChoices(Map<Indicator, Choice> choices) {

    /** @param values of the parameters, in their order; kept while it is off */
    public record Choice(boolean on, List<Double> values) {
        public Choice {
            values = List.copyOf(values);
        }
    }

    public IndicatorChoices {
        Map<Indicator, Choice> whole = new EnumMap<>(Indicator.class);
        for (Indicator indicator : Indicator.values()) {
            Choice choice = choices.get(indicator);
            whole.put(indicator, choice == null ? new Choice(false, indicator.usual()) : choice);
        }
        choices = Collections.unmodifiableMap(whole);
    }

    /** None is on. */
    public static IndicatorChoices none() {
        return new IndicatorChoices(Map.of());
    }

    public boolean isOn(Indicator indicator) {
        return of(indicator).on();
    }

    public List<Double> values(Indicator indicator) {
        return of(indicator).values();
    }

    public IndicatorChoices with(Indicator indicator, boolean on) {
        return with(indicator, new Choice(on, values(indicator)));
    }

    public IndicatorChoices with(Indicator indicator, List<Double> values) {
        return with(indicator, new Choice(isOn(indicator), values));
    }

    private Choice of(Indicator indicator) {
        Choice choice = choices.get(indicator);
        return choice == null ? new Choice(false, indicator.usual()) : choice;
    }

    private IndicatorChoices with(Indicator indicator, Choice choice) {
        Map<Indicator, Choice> changed = new EnumMap<>(choices);
        changed.put(indicator, choice);
        return new IndicatorChoices(changed);
    }
}
