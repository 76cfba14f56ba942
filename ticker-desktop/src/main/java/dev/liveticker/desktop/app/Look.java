package dev.liveticker.desktop.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.liveticker.desktop.settings.Appearance;
import dev.liveticker.desktop.settings.TickColours;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * What every window looks like, also popups and those of other features: light or dark, as the user chose or as the
 * system has it, with the chosen colours of ticks and size of text. Belongs to the FX thread.
 */
final class Look implements AutoCloseable {

    /** What all share, and then what each feature has of its own. */
    private static final List<String> SHEETS = StyleSheets.of(List.of(
            "tokens.css",
            "desktop.css",
            "status.css",
            "settings.css",
            "watchlist.css",
            "chart.css",
            "study.css",
            "alert.css",
            "portfolio.css",
            "tape.css",
            "command.css"));

    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
    private final ListChangeListener<Window> windows = this::windowsChanged;
    private final Map<Window, Subscription> dressed = new HashMap<>();
    /** Every address the desktop's own sheets have had, at any size. */
    private final Set<String> own = new HashSet<>(SHEETS);

    private final Subscription systemScheme;
    private Appearance wanted;
    private List<String> sheets = SHEETS;
    private double scale = 1;

    Look(Appearance wanted) {
        this.wanted = wanted;
        apply();
        systemScheme = Platform.getPreferences().colorSchemeProperty().subscribe((before, scheme) -> applyTheme());
        Window.getWindows().addListener(windows);
        Window.getWindows().forEach(this::follow);
    }

    void choose(Appearance appearance) {
        if (!appearance.equals(wanted)) {
            wanted = appearance;
            apply();
        }
    }

    ReadOnlyBooleanProperty dark() {
        return dark.getReadOnlyProperty();
    }

    /** Leaves the windows as they are. */
    @Override
    public void close() {
        systemScheme.unsubscribe();
        Window.getWindows().removeListener(windows);
        dressed.values().forEach(Subscription::unsubscribe);
        dressed.clear();
    }

    private void apply() {
        if (wanted.textScale() != scale) {
            scale = wanted.textScale();
            sheets = SHEETS.stream()
                    .map(sheet -> StyleSheets.scaled(sheet, scale))
                    .toList();
            own.addAll(sheets);
        }
        applyTheme();
    }

    /** Whether that is dark now; where the system decides, it may be otherwise later. */
    static boolean isDark(Appearance wanted) {
        return switch (wanted.theme()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    private void applyTheme() {
        dark.set(isDark(wanted));
        String theme =
                dark.get() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
        String sheet = StyleSheets.scaled(theme, scale);
        if (!sheet.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(sheet);
        }
        List.copyOf(dressed.keySet()).forEach(this::dress);
    }

    private void windowsChanged(ListChangeListener.Change<? extends Window> change) {
        while (change.next()) {
            change.getRemoved().forEach(this::letGo);
            change.getAddedSubList().forEach(this::follow);
        }
    }

    /** Dresses it, and whatever else is put into it later. */
    private void follow(Window window) {
        if (!dressed.containsKey(window)) {
            dressed.put(window, Subscription.EMPTY);
            Subscription roots =
                    window.sceneProperty().flatMap(Scene::rootProperty).subscribe((Parent root) -> dress(window));
            dressed.put(window, roots);
        }
    }

    private void letGo(Window window) {
        Subscription roots = dressed.remove(window);
        if (roots != null) {
            roots.unsubscribe();
        }
    }

    private void dress(Window window) {
        Scene scene = window.getScene();
        if (scene == null) {
            return;
        }
        List<String> worn = scene.getStylesheets();
        if (!worn.containsAll(sheets)
                || worn.stream().anyMatch(sheet -> own.contains(sheet) && !sheets.contains(sheet))) {
            worn.removeIf(own::contains);
            worn.addAll(0, sheets);
        }
        paint(scene.getRoot());
    }

    private void paint(@Nullable Parent root) {
        if (root == null) {
            return;
        }
        root.pseudoClassStateChanged(DARK, dark.get());
        for (TickColours colours : TickColours.values()) {
            String styleClass = styleClass(colours);
            if (colours != wanted.colours()) {
                root.getStyleClass().remove(styleClass);
            } else if (!root.getStyleClass().contains(styleClass)) {
                root.getStyleClass().add(styleClass);
            }
        }
    }

    /** What the style sheet calls them. */
    static String styleClass(TickColours colours) {
        return colours.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
