package dev.liveticker.desktop.command;

import dev.liveticker.desktop.storage.JsonForm;
import dev.liveticker.desktop.text.Texts;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What was chosen lately, in JSON. */
public final class RecentForm implements JsonForm<Recent> {

    private static final int LONGEST = 100;

    @Override
    public String name() {
        return Texts.of("command.recent");
    }

    @Override
    public Recent initial() {
        return new Recent(List.of());
    }

    @Override
    public Reading<Recent> read(ObjectNode root) {
        List<String> keys = new ArrayList<>();
        for (JsonNode node : root.path("recent")) {
            // Not worth a word to anybody: what cannot be is left out, and is chosen again some day.
            if (node.isString() && node.stringValue().length() <= LONGEST) {
                keys.add(node.stringValue());
            }
        }
        return new Reading<>(new Recent(keys), List.of());
    }

    @Override
    public void write(Recent value, ObjectNode root) {
        ArrayNode keys = root.putArray("recent");
        value.keys().forEach(keys::add);
    }
}
