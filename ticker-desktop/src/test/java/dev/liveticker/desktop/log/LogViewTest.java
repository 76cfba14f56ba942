package dev.liveticker.desktop.log;

import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

class LogViewTest {

    private static final int MANY = 300;

    @TempDir
    Path directory;

    private final FxRobot robot = new FxRobot();
    private LogViewModel log;
    private ListView<?> list;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        write("old", MANY);
        robot.interact(() -> {
            log = new LogViewModel(directory.resolve("a.log"), Runnable::run, Runnable::run, file -> {});
            LogView view = new LogView(log);
            stage = new Stage();
            stage.setScene(new Scene(view, 700, 300));
            stage.show();
            list = (ListView<?>) view.lookup("#log-lines");
            log.refresh();
        });
        shows(MANY - 1);
    }

    @AfterEach
    void close() {
        robot.interact(stage::hide);
    }

    @Test
    void whoever_is_at_the_end_stays_there_as_lines_are_added() throws Exception {
        for (int i = 1; i <= 3; i++) {
            write("new", 50);
            robot.interact(log::refresh);
            shows(MANY + 50 * i - 1);
        }
    }

    @Test
    void whoever_has_scrolled_up_to_read_is_left_there() throws Exception {
        robot.interact(() -> list.scrollTo(0));
        shows(0);

        write("new", 50);
        robot.interact(log::refresh);
        painted();

        shows(0);
        robot.interact(() -> list.scrollTo(MANY + 49));
        shows(MANY + 49);
        write("newer", 50);
        robot.interact(log::refresh);
        shows(MANY + 99);
    }

    private void write(String word, int count) throws Exception {
        String lines = IntStream.range(0, count).mapToObj(i -> word + i + "\n").collect(Collectors.joining());
        Files.writeString(directory.resolve("a.log"), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Until a line is in view, as it is painted. */
    private void shows(int index) {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            painted();
            return list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                    && flow.getFirstVisibleCell() != null
                    && flow.getFirstVisibleCell().getIndex() <= index
                    && flow.getLastVisibleCell().getIndex() >= index;
        });
    }

    /** Until a frame was laid out. */
    private void painted() {
        CountDownLatch laidOut = new CountDownLatch(1);
        Runnable listener = laidOut::countDown;
        robot.interact(() -> {
            stage.getScene().addPostLayoutPulseListener(listener);
            Platform.requestNextPulse();
        });
        await().atMost(Duration.ofSeconds(60)).until(() -> laidOut.getCount() == 0);
        robot.interact(() -> stage.getScene().removePostLayoutPulseListener(listener));
    }
}
