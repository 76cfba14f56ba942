package dev.liveticker.desktop.indicator;

import dev.liveticker.desktop.indicator.IndicatorChoices.Choice;
import dev.liveticker.desktop.storage.JsonForm;
import dev.liveticker.desktop.text.Texts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The chosen indicators in JSON: an object for each, with {@code on} and its parameters by their codes. */
public final class IndicatorsForm implements JsonForm<IndicatorChoices> {

    @Override
    public String name() {
        return Texts.of("indicator.title");
    }

    @Override
    public IndicatorChoices initial() {
        return IndicatorChoices.none();
    }

    @Override
    public Reading<IndicatorChoices> read(ObjectNode root) {
        Map<Indicator, Choice> choices = new EnumMap<>(Indicator.class);
        List<String> replaced = new ArrayList<>();
        for (Indicator indicator : Indicator.values()) {
            JsonNode node = root.path(indicator.code());
            if (node.isMissingNode() || node.isNull()) {
                continue;
            }
            List<Double> values = values(indicator, node);
            boolean usable = node.isObject()
                    && indicator.problem(values).isEmpty()
                    && (node.path("on").isBoolean() || node.path("on").isMissingNode());
            if (!usable) {
                replaced.add(indicator.label());
            }
            boolean on = node.path("on").isBoolean() && node.path("on").booleanValue();
            choices.put(indicator, new Choice(on, usable ? values : indicator.usual()));
        }
        return new Reading<>(new IndicatorChoices(choices), replaced);
    }

    @Override
    public void write(IndicatorChoices choices, ObjectNode root) {
        for (Indicator indicator : Indicator.values()) {
            ObjectNode node = root.putObject(indicator.code());
            node.put("on", choices.isOn(indicator));
            List<Double> values = choices.values(indicator);
            for (int i = 0; i < values.size(); i++) {
                Parameter parameter = indicator.parameters().get(i);
                if (parameter.isWhole()) {
                    node.put(parameter.code(), Math.round(values.get(i)));
                } else {
                    node.put(parameter.code(), values.get(i));
                }
            }
        }
    }

    private static List<Double> values(Indicator indicator, JsonNode node) {
        List<Double> values = new ArrayList<>();
        for (Parameter parameter : indicator.parameters()) {
            JsonNode value = node.path(parameter.code());
            values.add(value.isMissingNode() ? parameter.usual() : value.asDouble(Double.NaN));
        }
        return values;
    }
}
