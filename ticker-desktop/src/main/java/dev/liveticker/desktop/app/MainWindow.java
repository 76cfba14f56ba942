package dev.liveticker.desktop.app;

import dev.liveticker.desktop.settings.SettingsStore;
import dev.liveticker.desktop.settings.WindowPlace;
import dev.liveticker.desktop.storage.Kept;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Where the main window stands and how it is divided: as it was last, if that place still exists. */
final class MainWindow {

    private static final double WIDTH = 1_280;
    private static final double HEIGHT = 800;

    private final Stage stage;
    private final MainView view;
    private final SettingsStore store;
    private final Kept<WindowState> state;
    private boolean remembering;

    MainWindow(Stage stage, MainView view, SettingsStore store, Kept<WindowState> state) {
        this.stage = stage;
        this.view = view;
        this.store = store;
        this.state = state;
    }

    /** Places a window where it stood last, if that place still exists, and else in the middle of the screen. */
    static void place(Stage stage, @Nullable WindowPlace last) {
        Optional.ofNullable(last)
                .flatMap(place -> place.on(screens()))
                .ifPresentOrElse(place -> set(stage, place), () -> setInitial(stage));
    }

    /** Places what a picture is taken of, in the corner. */
    static void place(Stage stage, LaunchOptions.Size size) {
        set(stage, new WindowPlace(0, 0, size.width(), size.height(), false, MainView.DIVIDER));
    }

    /**
     * Divides it as it was, and shows it if it is not shown yet.
     *
     * @param remembering whether what becomes of it is for the next start too, and is divided as in the last
     */
    void open(boolean remembering) {
        WindowPlace last = remembering ? store.settings().get().window() : null;
        double divider = last == null ? MainView.DIVIDER : last.divider();
        view.split().setDividerPositions(divider);
        view.lower().choose(state.get().tab());
        if (stage.isShowing()) {
            Parent root = stage.getScene().getRoot();
            root.applyCss();
            root.layout();
        } else {
            stage.show();
        }
        // Only now has everything its size; a divider set before was moved with it.
        Platform.runLater(() -> {
            view.split().setDividerPositions(divider);
            view.lower().chartShare(state.get().chartShare());
            if (remembering) {
                followChanges();
            }
        });
    }

    /** Into view and before all others, from wherever it is. */
    void front() {
        if (!stage.isShowing()) {
            stage.show();
        }
        stage.setIconified(false);
        // A moment on top of everything: some window managers only blink at a window that asks to come to the front.
        stage.setAlwaysOnTop(true);
        stage.toFront();
        stage.requestFocus();
        stage.setAlwaysOnTop(false);
    }

    private void followChanges() {
        stage.xProperty().subscribe(this::changed);
        stage.yProperty().subscribe(this::changed);
        stage.widthProperty().subscribe(this::changed);
        stage.heightProperty().subscribe(this::changed);
        stage.maximizedProperty().subscribe(this::changed);
        view.split().getDividers().getFirst().positionProperty().subscribe(this::changed);
        view.lower()
                .chartShare()
                .subscribe(share -> state.change(before -> before.withChartShare(share.doubleValue())));
        view.lower().getSelectionModel().selectedItemProperty().subscribe(tab -> {
            if (tab != null && tab.getId() != null) {
                state.change(before -> before.withTab(tab.getId()));
            }
        });
        Screen.getScreens().subscribe(this::comeBack);
    }

    /** A monitor was pulled out: what stood there comes to one that is left. */
    private void comeBack() {
        if (!stage.isShowing() || stage.isIconified() || stage.isMaximized()) {
            return;
        }
        WindowPlace now = standing();
        Optional<WindowPlace> possible = now.on(screens());
        if (possible.isEmpty()) {
            setInitial(stage);
        } else if (!possible.get().equals(now)) {
            set(stage, possible.get());
        }
    }

    private static void set(Stage stage, WindowPlace place) {
        stage.setX(place.x());
        stage.setY(place.y());
        stage.setWidth(place.width());
        stage.setHeight(place.height());
        stage.setMaximized(place.maximized());
    }

    private static void setInitial(Stage stage) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(WIDTH, screen.getWidth()));
        stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
        stage.centerOnScreen();
    }

    /** Looked at when all of it has changed: a window that is maximized says where it is before it says that it is. */
    private void changed() {
        if (!remembering) {
            remembering = true;
            Platform.runLater(this::remember);
        }
    }

    private void remember() {
        remembering = false;
        if (!stage.isShowing() || stage.isIconified()) {
            return;
        }
        WindowPlace before = store.settings().get().window();
        WindowPlace standing = standing();
        WindowPlace now = standing.maximized() && before != null
                ? new WindowPlace(before.x(), before.y(), before.width(), before.height(), true, standing.divider())
                : standing;
        store.change(settings -> settings.withWindow(now));
    }

    private WindowPlace standing() {
        return new WindowPlace(
                stage.getX(),
                stage.getY(),
                stage.getWidth(),
                stage.getHeight(),
                stage.isMaximized(),
                view.split().getDividerPositions()[0]);
    }

    /** Where windows can be, on every screen there is. */
    static List<Rectangle2D> screens() {
        return Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
    }
}
