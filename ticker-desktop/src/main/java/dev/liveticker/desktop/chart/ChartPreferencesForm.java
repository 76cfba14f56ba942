package dev.liveticker.desktop.chart;

import dev.liveticker.desktop.storage.JsonForm;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code chart.json}: how a person likes charts. What else the file says is left in it. */
public final class ChartPreferencesForm implements JsonForm<ChartPreferences> {

    private static final String KIND = "kind";
    private static final String INTERVAL = "interval";
    private static final String LOGARITHMIC = "logarithmic";
    private static final String COMPARED = "compared";

    @Override
    public String name() {
        return Texts.of("chart.file.name");
    }

    @Override
    public ChartPreferences initial() {
        return ChartPreferences.defaults();
    }

    @Override
    public Reading<ChartPreferences> read(ObjectNode root) {
        List<String> replaced = new ArrayList<>();
        ChartPreferences usual = initial();
        ChartPreferences read = new ChartPreferences(
                coded(root, KIND, ChartKind::parse, usual.kind(), Texts.of("chart.file.kind"), replaced),
                coded(root, INTERVAL, Interval::parse, usual.interval(), Texts.of("chart.file.interval"), replaced),
                flag(root, usual.logarithmic(), replaced),
                compared(root, replaced));
        return new Reading<>(read, replaced);
    }

    @Override
    public void write(ChartPreferences value, ObjectNode root) {
        root.put(KIND, value.kind().code());
        root.put(INTERVAL, value.interval().code());
        root.put(LOGARITHMIC, value.logarithmic());
        ArrayNode compared = root.putArray(COMPARED);
        value.compared().forEach(symbol -> compared.add(symbol.text()));
    }

    private static <T> T coded(
            ObjectNode root,
            String field,
            Function<String, Optional<T>> parse,
            T usual,
            String name,
            List<String> replaced) {
        JsonNode node = root.path(field);
        if (node.isMissingNode()) {
            return usual;
        }
        Optional<T> read = node.isString() ? parse.apply(node.stringValue()) : Optional.empty();
        if (read.isEmpty()) {
            replaced.add(name);
        }
        return read.orElse(usual);
    }

    private static boolean flag(ObjectNode root, boolean usual, List<String> replaced) {
        JsonNode node = root.path(LOGARITHMIC);
        if (node.isMissingNode()) {
            return usual;
        }
        if (!node.isBoolean()) {
            replaced.add(Texts.of("chart.file.logarithmic"));
            return usual;
        }
        return node.booleanValue();
    }

    private static List<Symbol> compared(ObjectNode root, List<String> replaced) {
        JsonNode node = root.path(COMPARED);
        List<Symbol> symbols = new ArrayList<>();
        boolean whole = node.isMissingNode() || node.isArray();
        for (JsonNode each : node) {
            Optional<Symbol> symbol = each.isString() ? Symbol.parse(each.stringValue()) : Optional.empty();
            symbol.ifPresent(symbols::add);
            whole &= symbol.isPresent();
        }
        if (!whole) {
            replaced.add(Texts.of("chart.file.compared"));
        }
        return symbols;
    }
}
