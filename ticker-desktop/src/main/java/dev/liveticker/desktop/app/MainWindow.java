package dev.liveticker.desktop.app;

import dev.liveticker.desktop.settings.SettingsStore;
import dev.liveticker.desktop.settings.WindowPlace;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Where the main window stands: where it stood last, if that place still exists. */
final class MainWindow {

    private static final double WIDTH = 1_280;
    private static final double HEIGHT = 800;

    private final Stage stage;
    private final MainView view;
    private final SettingsStore store;

    MainWindow(Stage stage, MainView view, SettingsStore store) {
        this.stage = stage;
        this.view = view;
        this.store = store;
    }

    /**
     * Shows it.
     *
     * @param size of a picture, which stands in the corner and is not remembered; absent for a window
     */
    void open(LaunchOptions.@Nullable Size size) {
        if (size == null) {
            place();
        } else {
            set(new WindowPlace(0, 0, size.width(), size.height(), false, MainView.DIVIDER));
        }
        double divider = view.split().getDividerPositions()[0];
        stage.show();
        // Only now has the window its size; a divider set before was moved with it.
        Platform.runLater(() -> {
            view.split().setDividerPositions(divider);
            if (size == null) {
                followChanges();
            }
        });
    }

    private void place() {
        Optional.ofNullable(store.settings().get().window())
                .flatMap(place -> place.on(Screen.getScreens().stream()
                        .map(Screen::getVisualBounds)
                        .toList()))
                .ifPresentOrElse(this::set, this::setInitial);
    }

    private void followChanges() {
        stage.xProperty().subscribe(this::remember);
        stage.yProperty().subscribe(this::remember);
        stage.widthProperty().subscribe(this::remember);
        stage.heightProperty().subscribe(this::remember);
        stage.maximizedProperty().subscribe(this::remember);
        view.split().getDividers().getFirst().positionProperty().subscribe(this::remember);
    }

    private void set(WindowPlace place) {
        stage.setX(place.x());
        stage.setY(place.y());
        stage.setWidth(place.width());
        stage.setHeight(place.height());
        stage.setMaximized(place.maximized());
        view.split().setDividerPositions(place.divider());
    }

    private void setInitial() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(WIDTH, screen.getWidth()));
        stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
        stage.centerOnScreen();
    }

    private void remember() {
        if (!stage.isShowing() || stage.isIconified()) {
            return;
        }
        WindowPlace before = store.settings().get().window();
        double divider = view.split().getDividerPositions()[0];
        WindowPlace now = stage.isMaximized() && before != null
                ? new WindowPlace(before.x(), before.y(), before.width(), before.height(), true, divider)
                : new WindowPlace(
                        stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized(), divider);
        store.change(settings -> settings.withWindow(now));
    }
}
