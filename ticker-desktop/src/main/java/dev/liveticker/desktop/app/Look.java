package dev.liveticker.desktop.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.liveticker.desktop.settings.ThemeChoice;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Scene;

/** Light or dark, as the user chose or as the system has it. Belongs to the FX thread. */
final class Look {

    /** What all share, and then what each feature has of its own. */
    private static final List<String> SHEETS = List.of(
            "desktop.css", "watchlist.css", "chart.css", "alert.css", "portfolio.css", "tape.css", "command.css");

    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
    private ThemeChoice choice;

    Look(ThemeChoice choice) {
        this.choice = choice;
        apply();
        Platform.getPreferences().colorSchemeProperty().subscribe(scheme -> apply());
    }

    /** The style sheets the desktop adds to its theme. */
    static void dress(Scene scene) {
        scene.getStylesheets()
                .setAll(SHEETS.stream()
                        .map(sheet -> Objects.requireNonNull(Look.class.getResource(sheet))
                                .toExternalForm())
                        .toList());
    }

    void choose(ThemeChoice wanted) {
        choice = wanted;
        apply();
    }

    ReadOnlyBooleanProperty dark() {
        return dark.getReadOnlyProperty();
    }

    private void apply() {
        boolean wanted = switch (choice) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
        dark.set(wanted);
        String sheet = wanted ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
        if (!sheet.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(sheet);
        }
    }
}
