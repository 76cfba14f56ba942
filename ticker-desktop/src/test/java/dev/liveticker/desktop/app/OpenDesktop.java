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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
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
        System.setProperty("testfx.robot", "glass");
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
        return await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(20));
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
        soon().ignoreExceptionsMatching(FxRobotException.class::isInstance).until(() -> {
            robot.clickOn(query);
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    void type(String text) {
        robot.write(text, 0);
        WaitForAsyncUtils.waitForFxEvents();
    }

    void press(KeyCode... keys) {
        int before = keysArrived.get();
        robot.press(keys).release(keys);
        // Through a display they come later than they are pressed.
        soon().until(() -> keysArrived.get() - before >= keys.length);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** The text of a label or button, empty if it does not show. */
    String text(String query) {
        return robot.lookup(query).queryAllAs(Labeled.class).stream()
                .filter(OpenDesktop::isSeen)
                .map(Labeled::getText)
                .findFirst()
                .orElse("");
    }

    boolean shows(String query) {
        return robot.lookup(query).queryAll().stream().anyMatch(OpenDesktop::isSeen);
    }

    /**
     * Whether some label, button or cell that shows has a text that matches, such as one with a number that goes on.
     */
    boolean showsLike(String regex) {
        return robot
                .lookup((Node node) -> node instanceof Labeled labeled
                        && labeled.getText() != null
                        && labeled.getText().matches(regex))
                .queryAll()
                .stream()
                .anyMatch(OpenDesktop::isSeen);
    }

    /** The symbols of the rows that show, from above. */
    List<String> rows() {
        return robot.lookup(".symbol-cell .symbol").queryAllAs(Labeled.class).stream()
                .filter(OpenDesktop::isSeen)
                .sorted((a, b) -> Double.compare(top(a), top(b)))
                .map(Labeled::getText)
                .toList();
    }

    /** What a part of the window looks like, as the number of its colours. */
    long colours(String query) {
        WritableImage[] picture = new WritableImage[1];
        robot.interact(() -> picture[0] = robot.lookup(query).query().snapshot(null, null));
        WritableImage image = picture[0];
        return java.util.stream.IntStream.range(0, (int) image.getHeight())
                .boxed()
                .flatMap(y -> java.util.stream.IntStream.range(0, (int) image.getWidth())
                        .mapToObj(x -> image.getPixelReader().getArgb(x, y)))
                .distinct()
                .count();
    }

    /** The text on the clipboard; empty if there is none. */
    String clipboard() {
        String[] text = {""};
        robot.interact(() -> {
            String copied = Clipboard.getSystemClipboard().getString();
            text[0] = copied == null ? "" : copied;
        });
        return text[0];
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
