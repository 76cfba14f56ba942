package dev.liveticker.desktop.hint;

import dev.liveticker.desktop.storage.JsonForm;
import dev.liveticker.desktop.text.Texts;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The hints that were seen, in JSON. */
public final class HintForm implements JsonForm<Set<Hint>> {

    @Override
    public String name() {
        return Texts.of("hint.title");
    }

    @Override
    public Set<Hint> initial() {
        return Set.of();
    }

    @Override
    public Reading<Set<Hint>> read(ObjectNode root) {
        Set<Hint> seen = EnumSet.noneOf(Hint.class);
        for (JsonNode node : root.path("seen")) {
            for (Hint hint : Hint.values()) {
                // What another version calls a hint is none of ours, and no mistake.
                if (JsonForm.code(hint).equals(JsonForm.text(node))) {
                    seen.add(hint);
                }
            }
        }
        return new Reading<>(Set.copyOf(seen), List.of());
    }

    @Override
    public void write(Set<Hint> value, ObjectNode root) {
        ArrayNode seen = root.putArray("seen");
        for (Hint hint : Hint.values()) {
            if (value.contains(hint)) {
                seen.add(JsonForm.code(hint));
            }
        }
    }
}
