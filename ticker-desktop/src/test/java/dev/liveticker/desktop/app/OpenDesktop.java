package dev.liveticker.desktop.app;

import static org.awaitility.Awaitility.await;

import dev.liveticker.desktop.settings.Settings;
import dev.liveticker.desktop.settings.SettingsFile;
import dev.liveticker.desktop.settings.WindowPlace;
import dev.liveticker.feed.Transport;
import dev.liveticker.message.ServerMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ConditionTimeoutException;
import org.testfx.api.FxRobot;
import org.testfx.api.FxRobotException;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The whole desktop, on the headless screen or on a real display, and hands to use it. */
final class OpenDesktop implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private static final int NEITHER_GREY_NOR_BLUE = 50;

    /** So often something may be put off until later that was itself put off until later. */
    private static final int PUT_OFF = 5;

    /** A window that goes away while it is awaited is not laid out any more. */
    private static final int FRAME_SECONDS = 5;

    static {
        // Before there is a robot. With fewer steps on its way the mouse is there sooner.
        System.setProperty("testfx.robot", "glass");
        System.setProperty("testfx.robot.move_max_count", "20");
    }

    private final FxRobot robot = new FxRobot();
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private final DesktopApp app;
    private final AtomicInteger keysArrived = new AtomicInteger();
    private final ListChangeListener<Window> mending = change -> {
        while (change.next()) {
            change.getAddedSubList().forEach(this::prepare);
        }
    };

    OpenDesktop(Path directory, Backend backend) throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        LaunchOptions options = new LaunchOptions();
        options.noHints = true;
        app = new DesktopApp(options, directory, directory.resolve("log"), backend, ended);
        robot.interact(() -> {
            Window.getWindows().addListener(mending);
            app.show();
        });
        // A display takes its time to give a window the keyboard.
        soon().until(() -> Window.getWindows().stream().anyMatch(Window::isFocused));
        // The chart joins the window a few frames later.
        soon().until(() -> shows("#lower-split"));
    }

    private void prepare(Window window) {
        if (window instanceof Stage) {
            HeadlessMouse.mend(window);
        }
        window.addEventFilter(KeyEvent.KEY_PRESSED, event -> keysArrived.incrementAndGet());
    }

    /** One whose feed is live and has delivered these. */
    static OpenDesktop live(Path directory, FakeBackend backend, ServerMessage... delivered) throws TimeoutException {
        int before = backend.feeds.size();
        OpenDesktop desktop = new OpenDesktop(directory, backend);
        try {
            soon().until(() -> backend.feeds.size() > before);
            backend.feed().goLive(Transport.WEBSOCKET);
            backend.feed().deliver(delivered);
            soon().until(() -> desktop.text("#connection-text").equals("Live"));
            return desktop;
        } catch (ConditionTimeoutException e) {
            desktop.close();
            throw e;
        }
    }

    /** Settings with the window where the headless robot can reach all of it. */
    static void settings(Path directory, Settings settings) throws IOException {
        new SettingsFile(directory, InstantSource.system())
                .save(settings.withWindow(new WindowPlace(0, 0, 1000, 700, false, MainView.DIVIDER)));
    }

    static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(PATIENCE_SECONDS)).pollInterval(Duration.ofMillis(20));
    }

    /** Looks at the windows on the thread that they belong to: for any other they change while it looks. */
    static <T> T seen(Callable<T> look) {
        try {
            return WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, WaitForAsyncUtils.asyncFx(look));
        } catch (TimeoutException e) {
            throw new AssertionError("the toolkit does not answer", e);
        }
    }

    FxRobot robot() {
        return robot;
    }

    DesktopApp app() {
        return app;
    }

    CompletableFuture<Integer> ended() {
        return ended;
    }

    /** Clicks once it is where it can be clicked: a window that has just opened may not have its size yet. */
    void click(String query) {
        click(query, MouseButton.PRIMARY);
    }

    /** The same with another button. */
    void click(String query, MouseButton button) {
        robot.clickOn(awaited(query), button);
        settle();
    }

    void doubleClick(String query) {
        robot.doubleClickOn(awaited(query));
        settle();
    }

    private Point2D awaited(String query) {
        return soon().until(() -> seen(() -> found(query)), Optional::isPresent).orElseThrow();
    }

    private Optional<Point2D> found(String query) {
        try {
            return Optional.of(robot.point(query).query());
        } catch (FxRobotException e) {
            // Not there yet, or not to be seen yet.
            return Optional.empty();
        }
    }

    void type(String text) {
        robot.write(text, 0);
        settle();
    }

    /** Until what was done has had its consequences: what was put off has run, and a frame has been laid out. */
    void settle() {
        for (int i = 0; i < PUT_OFF; i++) {
            seen(() -> true);
        }
        CountDownLatch laidOut = new CountDownLatch(1);
        Runnable listener = laidOut::countDown;
        List<Scene> scenes = seen(() -> {
            List<Scene> all = Window.getWindows().stream()
                    .map(Window::getScene)
                    .filter(Objects::nonNull)
                    .toList();
            all.forEach(scene -> scene.addPostLayoutPulseListener(listener));
            Platform.requestNextPulse();
            return all;
        });
        try {
            if (!scenes.isEmpty()) {
                var _ = laidOut.await(FRAME_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        seen(() -> {
            scenes.forEach(scene -> scene.removePostLayoutPulseListener(listener));
            return true;
        });
    }

    void press(KeyCode... keys) {
        int before = keysArrived.get();
        robot.press(keys).release(keys);
        // Through a display they come later than they are pressed.
        soon().until(() -> keysArrived.get() - before >= keys.length);
        settle();
    }

    /** The text of a label or button, empty if it does not show. */
    String text(String query) {
        return seen(() -> robot.lookup(query).queryAllAs(Labeled.class).stream()
                .filter(OpenDesktop::isSeen)
                .map(Labeled::getText)
                .findFirst()
                .orElse(""));
    }

    boolean shows(String query) {
        return seen(() -> robot.lookup(query).queryAll().stream().anyMatch(OpenDesktop::isSeen));
    }

    /**
     * Whether some label, button or cell that shows has a text that matches, such as one with a number that goes on.
     */
    boolean showsLike(String regex) {
        return seen(() -> robot
                .lookup((Node node) -> node instanceof Labeled labeled
                        && labeled.getText() != null
                        && labeled.getText().matches(regex))
                .queryAll()
                .stream()
                .anyMatch(OpenDesktop::isSeen));
    }

    /** The symbols of the rows that show, from above. */
    List<String> rows() {
        return seen(() -> robot.lookup(".symbol-cell .symbol").queryAllAs(Labeled.class).stream()
                .filter(OpenDesktop::isSeen)
                .sorted((a, b) -> Double.compare(top(a), top(b)))
                .map(Labeled::getText)
                .toList());
    }

    /** What a part of the window looks like, as the number of its colours. */
    long colours(String query) {
        return pixels(query).distinct().count();
    }

    /** Whether there is something red or green in it. */
    boolean hasRedOrGreen(String query) {
        return pixels(query).anyMatch(argb -> {
            int red = (argb >> 16) & 0xFF;
            int green = (argb >> 8) & 0xFF;
            int blue = argb & 0xFF;
            return Math.max(red, green) - blue > NEITHER_GREY_NOR_BLUE;
        });
    }

    /** Another number for another picture of it. */
    int picture(String query) {
        return Arrays.hashCode(pixels(query).toArray());
    }

    private IntStream pixels(String query) {
        WritableImage image = seen(() -> robot.lookup(query).query().snapshot(null, null));
        int width = (int) image.getWidth();
        return IntStream.range(0, width * (int) image.getHeight())
                .map(i -> image.getPixelReader().getArgb(i % width, i / width));
    }

    /** The text on the clipboard; empty if there is none. */
    String clipboard() {
        return seen(
                () -> Objects.requireNonNullElse(Clipboard.getSystemClipboard().getString(), ""));
    }

    @Override
    public void close() {
        robot.interact(() -> List.copyOf(Window.getWindows())
                .forEach(window -> window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST))));
        robot.interact(() -> {
            List.copyOf(Window.getWindows()).forEach(Window::hide);
            Window.getWindows().removeListener(mending);
        });
        app.release();
    }

    private static boolean isSeen(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null
                && node.getScene().getWindow() != null
                && node.getScene().getWindow().isShowing();
    }

    private static double top(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMinY();
    }
}
