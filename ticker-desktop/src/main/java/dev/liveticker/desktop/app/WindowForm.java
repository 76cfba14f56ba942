package dev.liveticker.desktop.app;

import dev.liveticker.desktop.settings.WindowPlace;
import dev.liveticker.desktop.storage.JsonForm;
import dev.liveticker.desktop.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How the windows were left, in JSON. */
final class WindowForm implements JsonForm<WindowState> {

    private static final int LONGEST_ID = 100;

    @Override
    public String name() {
        return Texts.of("window.title");
    }

    @Override
    public WindowState initial() {
        return WindowState.INITIAL;
    }

    @Override
    public Reading<WindowState> read(ObjectNode root) {
        List<String> replaced = new ArrayList<>();
        double share = root.path("chartShare").asDouble(WindowState.INITIAL.chartShare());
        if (!(share >= 0 && share <= 1)) {
            replaced.add(Texts.of("window.divider"));
            share = WindowState.INITIAL.chartShare();
        }
        JsonNode tab = root.path("tab");
        boolean sane = tab.isString() && tab.stringValue().length() <= LONGEST_ID;
        return new Reading<>(
                new WindowState(share, sane ? tab.stringValue() : "", mini(root.path("mini"), replaced)), replaced);
    }

    @Override
    public void write(WindowState value, ObjectNode root) {
        root.put("chartShare", value.chartShare());
        root.put("tab", value.tab());
        WindowPlace mini = value.mini();
        if (mini == null) {
            root.remove("mini");
        } else {
            ObjectNode place = root.putObject("mini");
            place.put("x", mini.x());
            place.put("y", mini.y());
            place.put("width", mini.width());
            place.put("height", mini.height());
        }
    }

    private static @Nullable WindowPlace mini(JsonNode node, List<String> replaced) {
        if (!node.isObject()) {
            return null;
        }
        Optional<WindowPlace> place = WindowPlace.read(node, MiniWindow.LEAST_WIDTH, MiniWindow.LEAST_HEIGHT);
        if (place.isEmpty()) {
            replaced.add(Texts.of("window.mini"));
            return null;
        }
        WindowPlace found = place.get();
        return new WindowPlace(found.x(), found.y(), found.width(), found.height(), false, 0);
    }
}
