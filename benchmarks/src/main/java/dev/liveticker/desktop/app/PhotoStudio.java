package dev.liveticker.desktop.app;

import dev.liveticker.desktop.alert.AlertFormViewModel;
import dev.liveticker.model.AlertCondition;
import dev.liveticker.model.Symbol;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import javax.imageio.ImageIO;
import org.jspecify.annotations.NullMarked;

/**
 * A desktop on a live market that holds still for pictures: brings a screen up, waits until it is at rest, and puts it
 * away again. Methods may be called from any thread but the FX thread.
 */
@NullMarked
final class PhotoStudio {

    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    /** Longer than any transition of the theme. */
    private static final Duration REST = Duration.ofMillis(900);

    /** On a machine that is busy, time passes and nothing is painted. */
    private static final int FRAMES_AT_REST = 20;

    private static final List<String> CHAPTERS =
            List.of("connection", "appearance", "data", "notifications", "shortcuts", "about");

    /** Of the outages, the one whose lengths are shown. */
    private static final int OUTAGE = 3;

    private final Workbench workbench;
    private final Screens screens;
    private final Stage stage;
    private final Scene scene;

    private PhotoStudio(DesktopApp app, Stage stage) {
        this.workbench = app.workbench().orElseThrow();
        this.screens = app.screens().orElseThrow();
        this.stage = stage;
        this.scene = stage.getScene();
    }

    /**
     * Waits until prices are there, and sets some alerts.
     *
     * @param size of the main window's pictures
     * @throws IllegalStateException if they do not come
     */
    static PhotoStudio open(DesktopApp app, LaunchOptions.Size size) {
        await("no window", () -> app.screens().isPresent());
        PhotoStudio studio = ProbedDesktop.onFx(() -> {
            Stage stage = (Stage) Window.getWindows().getFirst();
            LaunchOptions picture = new LaunchOptions();
            picture.screenshot = Path.of("picture.png");
            picture.size = size;
            Sheet.lay(stage.getScene(), picture);
            return new PhotoStudio(app, stage);
        });
        await("the market did not go live", () -> Screenshot.isComplete(studio.workbench));
        ProbedDesktop.run(studio::prepare);
        return studio;
    }

    /**
     * Takes one.
     *
     * @throws IllegalStateException if there is no such screen
     */
    void take(String screen, Path file) throws IOException {
        boolean there = ProbedDesktop.onFx(() -> screens.open(screen));
        if (!there) {
            throw new IllegalStateException("there is no screen " + screen + ", but there are " + screens.names());
        }
        rest();
        BufferedImage picture = ProbedDesktop.onFx(Camera::takeNewest);
        ImageIO.write(picture, "png", file.toFile());
        ProbedDesktop.run(this::tidy);
    }

    private void prepare() {
        alert("AAPL", AlertCondition.CROSSES_ABOVE, "275", false);
        alert("BTC-USD", AlertCondition.CROSSES_BELOW, "100000", false);
        alert("TSLA", AlertCondition.CHANGE_PERCENT_BELOW, "-10", true);
        for (int i = 0; i < CHAPTERS.size(); i++) {
            int chapter = i;
            screens.add("settings-" + CHAPTERS.get(i), () -> {
                screens.open("settings");
                ((ListView<?>) node("#settings-chapters")).getSelectionModel().select(chapter);
            });
        }
        screens.add("outage", this::openOutages);
    }

    private void alert(String symbol, AlertCondition condition, String level, boolean repeat) {
        workbench.alerts().create(Symbol.of(symbol), null);
        AlertFormViewModel form = workbench.alerts().form().get();
        form.condition().set(condition);
        form.level().set(level);
        form.repeat().set(repeat);
        form.submit();
        workbench.alerts().closeForm();
    }

    private void openOutages() {
        MenuButton button = (MenuButton) node("#simulate-outage");
        button.show();
        button.getItems().stream()
                .filter(Menu.class::isInstance)
                .map(Menu.class::cast)
                .skip(OUTAGE)
                .findFirst()
                .ifPresent(Menu::show);
    }

    /** In the window that was opened last. */
    private static Node node(String query) {
        return Window.getWindows().stream()
                .filter(window -> window.isShowing() && window.getScene() != null)
                .map(window -> window.getScene().getRoot().lookup(query))
                .filter(found -> found != null)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("there is no " + query));
    }

    private void tidy() {
        List<Window> others = Window.getWindows().stream()
                .filter(window -> !window.equals(stage) && window.isShowing())
                .toList();
        others.stream().filter(PopupWindow.class::isInstance).forEach(Window::hide);
        others.stream().filter(Stage.class::isInstance).forEach(window -> {
            window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
            window.hide();
        });
        workbench.palette().close();
        workbench.alerts().closeForm();
        if (scene.lookup("#lower-pane") instanceof LowerPane lower) {
            lower.getSelectionModel().selectFirst();
        }
        if (!stage.isShowing()) {
            stage.show();
        }
    }

    private static void rest() {
        AtomicInteger frames = new AtomicInteger();
        AnimationTimer counting = ProbedDesktop.onFx(() -> ProbedDesktop.eachFrame(now -> frames.incrementAndGet()));
        ProbedDesktop.pass(REST);
        await("nothing is painted", () -> frames.get() >= FRAMES_AT_REST);
        ProbedDesktop.run(counting::stop);
    }

    private static void await(String otherwise, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!ProbedDesktop.onFx(condition::getAsBoolean)) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException(otherwise + " within " + PATIENCE.toSeconds() + " s");
            }
            ProbedDesktop.pass(LOOK_AGAIN);
        }
    }
}
