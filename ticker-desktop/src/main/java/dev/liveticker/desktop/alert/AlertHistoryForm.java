package dev.liveticker.desktop.alert;

import dev.liveticker.desktop.storage.JsonForm;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.model.AlertCondition;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The form of {@code alerts.json}: what fired. The alerts themselves are kept by their server. */
public final class AlertHistoryForm implements JsonForm<AlertHistory> {

    /** No text of the server is longer, and a number of more digits is none. */
    private static final int LONGEST_TEXT = 1_000;

    private static final int LONGEST_NUMBER = 60;

    @Override
    public String name() {
        return Texts.of("alert.history");
    }

    @Override
    public AlertHistory initial() {
        return AlertHistory.EMPTY;
    }

    @Override
    public Reading<AlertHistory> read(ObjectNode root) {
        JsonNode list = root.path("fired");
        boolean whole = list.isMissingNode() || list.isArray();
        List<FiredAlert> read = new ArrayList<>();
        Set<List<String>> ids = new HashSet<>();
        for (JsonNode node : list) {
            Optional<FiredAlert> fired = fired(node);
            if (fired.isPresent()
                    && ids.add(List.of(fired.get().server(), fired.get().id()))) {
                read.add(fired.get());
            } else {
                whole = false;
            }
        }
        return new Reading<>(AlertHistory.bounded(read), whole ? List.of() : List.of(Texts.of("alert.history")));
    }

    @Override
    public void write(AlertHistory history, ObjectNode root) {
        ArrayNode list = root.putArray("fired");
        for (FiredAlert fired : history.fired()) {
            ObjectNode node = list.addObject();
            node.put("server", fired.server());
            node.put("id", fired.id());
            put(node, "symbol", fired.symbol());
            put(
                    node,
                    "condition",
                    fired.condition() == null ? null : fired.condition().code());
            put(node, "level", plain(fired.level()));
            put(node, "note", fired.note());
            put(node, "price", plain(fired.price()));
            node.put("text", fired.text());
            node.put("time", fired.time());
            node.put("seen", fired.seen());
        }
    }

    private static void put(ObjectNode node, String field, @Nullable Object value) {
        if (value != null) {
            node.put(field, value.toString());
        }
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private static Optional<FiredAlert> fired(JsonNode node) {
        String server = text(node, "server");
        String id = text(node, "id");
        String text = text(node, "text");
        if (server == null || id == null || text == null || !node.path("time").canConvertToLong()) {
            return Optional.empty();
        }
        String symbol = text(node, "symbol");
        String condition = text(node, "condition");
        BigDecimal level = number(node, "level");
        AlertCondition known =
                condition == null ? null : AlertCondition.parse(condition).orElse(null);
        return Optional.of(new FiredAlert(
                server,
                id,
                symbol == null ? null : Symbol.parse(symbol).orElse(null),
                level == null ? null : known,
                known == null ? null : level,
                text(node, "note"),
                number(node, "price"),
                text,
                node.path("time").asLong(),
                node.path("seen").asBoolean(false)));
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() && value.stringValue().length() <= LONGEST_TEXT ? value.stringValue() : null;
    }

    private static @Nullable BigDecimal number(JsonNode node, String field) {
        String text = text(node, field);
        if (text == null || text.length() > LONGEST_NUMBER || !text.matches("-?[0-9]+(\\.[0-9]+)?")) {
            return null;
        }
        return new BigDecimal(text);
    }
}
