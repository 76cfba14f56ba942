package dev.liveticker.desktop.app;

import dev.liveticker.desktop.settings.WindowPlace;
import dev.liveticker.desktop.storage.Kept;
import dev.liveticker.desktop.tape.MiniView;
import dev.liveticker.desktop.text.Texts;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.jspecify.annotations.Nullable;

/**
 * The small window that stays on top of all others, in place of the main window: that one hides while this shows, and
 * comes back when it is closed. It has a narrow frame of the system's, so that it is moved, resized and closed as every
 * window is. Belongs to the FX thread.
 */
final class MiniWindow {

    static final double LEAST_WIDTH = 160;
    static final double LEAST_HEIGHT = 90;

    private static final double WIDTH = 260;
    private static final double HEIGHT = 280;
    private static final double FROM_EDGE = 24;

    private final Stage stage = new Stage(StageStyle.UTILITY);
    private final Stage main;
    private final Supplier<MiniView> views;
    private final Kept<WindowState> state;
    private final Runnable front;
    private final ObservableDoubleValue textScale;
    private @Nullable MiniView view;

    /**
     * @param views makes what is in it, when it is first opened
     * @param front brings the main window back and to the front
     */
    MiniWindow(
            Stage main,
            Supplier<MiniView> views,
            Kept<WindowState> state,
            ObservableDoubleValue textScale,
            Runnable front) {
        this.textScale = textScale;
        this.main = main;
        this.views = views;
        this.state = state;
        this.front = front;
        stage.setTitle(Texts.of("mini.title"));
        stage.setAlwaysOnTop(true);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setOnCloseRequest(event -> {
            event.consume();
            close();
        });
        stage.xProperty().subscribe(this::remember);
        stage.yProperty().subscribe(this::remember);
        stage.widthProperty().subscribe(this::remember);
        stage.heightProperty().subscribe(this::remember);
    }

    ReadOnlyBooleanProperty showing() {
        return stage.showingProperty();
    }

    ReadOnlyBooleanProperty iconified() {
        return stage.iconifiedProperty();
    }

    /** Opens it and hides the main window, or the other way round. */
    void toggle() {
        if (stage.isShowing()) {
            close();
        } else {
            open();
        }
    }

    /** Closes it, and brings the main window back. Without effect if it is closed. */
    void close() {
        if (stage.isShowing()) {
            stage.hide();
            front.run();
        }
    }

    /** Paints what changed. Called once a pulse while it shows. */
    void pulse() {
        if (view != null) {
            view.pulse();
        }
    }

    private MiniView made() {
        MiniView made = views.get();
        Scene scene = new Scene(made);
        KeyCombination toggle = KeyCombination.keyCombination(Commands.MINI_KEYS);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE || toggle.match(event)) {
                event.consume();
                close();
            }
        });
        stage.setScene(scene);
        return made;
    }

    private void open() {
        MiniView shown = view == null ? made() : view;
        view = shown;
        Optional.ofNullable(state.get().mini())
                .flatMap(place -> place.on(MainWindow.screens()))
                .ifPresentOrElse(this::set, this::setInitial);
        stage.show();
        shown.pulse();
        main.hide();
    }

    private void set(WindowPlace place) {
        stage.setX(place.x());
        stage.setY(place.y());
        stage.setWidth(place.width());
        stage.setHeight(place.height());
    }

    /** In the upper right corner of the screen, where it is in nobody's way. */
    private void setInitial() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        double width = Math.min(WIDTH * textScale.get(), screen.getWidth());
        set(new WindowPlace(
                Math.max(screen.getMinX(), screen.getMaxX() - width - FROM_EDGE),
                screen.getMinY() + FROM_EDGE,
                width,
                Math.min(HEIGHT * textScale.get(), screen.getHeight() - FROM_EDGE),
                false,
                0));
    }

    private void remember() {
        if (stage.isShowing() && !stage.isIconified()) {
            WindowPlace now =
                    new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false, 0);
            state.change(before -> before.withMini(now));
        }
    }
}
