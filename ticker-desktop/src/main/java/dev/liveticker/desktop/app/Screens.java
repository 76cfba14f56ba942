package dev.liveticker.desktop.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCombination;

/**
 * What pictures can be taken of, by name: the main window as it opens, a tab of its lower pane by the tab's id, and
 * what a key opens. Belongs to the FX thread.
 */
final class Screens {

    static final String MAIN = "main";

    private final Scene scene;
    private final Map<String, Runnable> opening = new LinkedHashMap<>();

    /** @param scene of the main window, with its shortcuts */
    Screens(Scene scene) {
        this.scene = scene;
        opening.put(MAIN, () -> {});
        opening.put("settings", () -> press("Shortcut+Comma"));
        opening.put("shortcuts", () -> press("F1"));
        opening.put("palette", () -> press("Shortcut+K"));
    }

    /** @param opening brings it to the screen */
    void add(String name, Runnable opening) {
        this.opening.put(name, opening);
    }

    /** Every name there is. */
    List<String> names() {
        return Stream.concat(opening.keySet().stream(), tabs().map(Tab::getId).filter(Objects::nonNull))
                .toList();
    }

    /**
     * Brings it to the screen.
     *
     * @return whether there is one of that name
     */
    boolean open(String name) {
        Optional<Runnable> way = Optional.ofNullable(opening.get(name)).or(() -> tab(name));
        way.ifPresent(Runnable::run);
        return way.isPresent();
    }

    private Optional<Runnable> tab(String id) {
        return tabs().filter(tab -> id.equals(tab.getId()))
                .findFirst()
                .map(tab -> () -> tab.getTabPane().getSelectionModel().select(tab));
    }

    private Stream<Tab> tabs() {
        return scene.lookup("#lower-pane") instanceof TabPane pane ? pane.getTabs().stream() : Stream.empty();
    }

    private void press(String keys) {
        Optional.ofNullable(scene.getAccelerators().get(KeyCombination.keyCombination(keys)))
                .ifPresent(Runnable::run);
    }
}
