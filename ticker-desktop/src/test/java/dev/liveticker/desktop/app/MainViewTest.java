package dev.liveticker.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.connection.ConnectionBar;
import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.settings.Settings;
import dev.liveticker.desktop.settings.SettingsFile;
import dev.liveticker.desktop.settings.SettingsStore;
import dev.liveticker.feed.Transport;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** What is in the main window before the first price, and what joins it then. */
class MainViewTest {

    private static final int PULSES_WITHOUT_PRICES = 12;
    private static final int PULSES_WITH_PRICES = 4;

    @TempDir
    Path directory;

    private final FxRobot robot = new FxRobot();
    private final FakeBackend backend = new FakeBackend();
    private Workbench workbench;
    private Look look;
    private MainView view;
    private Scene scene;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        Settings settings = Settings.defaults()
                .withServer(URI.create("http://feed.example:8080"))
                .withWatchlist(List.of(Some.AAPL));
        SettingsStore store =
                new SettingsStore(new SettingsFile(directory, InstantSource.system()), settings, settings);
        robot.interact(() -> {
            workbench = new Workbench(backend, store, new UserFiles(directory), System::nanoTime, Platform::runLater);
            workbench.start();
            look = new Look(settings.appearance());
            view = new MainView(workbench, look, System::nanoTime, () -> {});
            scene = new Scene(view, 1000, 700);
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
        });
        // Before the first frame, as the window does it.
        pulse(1);
    }

    @AfterEach
    void close() {
        robot.interact(() -> {
            stage.hide();
            look.close();
            workbench.settle();
        });
        workbench.close();
    }

    private boolean toolBarIsFilled() {
        return !((Parent) view.lookup(".main-tool-bar"))
                .getChildrenUnmodifiable()
                .isEmpty();
    }

    private void pulse(int times) {
        robot.interact(() -> {
            for (int i = 0; i < times; i++) {
                workbench.pulse(System.nanoTime());
                view.pulse();
            }
        });
    }

    private void price() {
        backend.feed().goLive(Transport.WEBSOCKET);
        backend.feed().deliver(Some.snapshot(Some.AAPL, "189.25", "188.46"));
    }

    private double topOfList() {
        robot.interact(() -> {
            view.applyCss();
            view.layout();
        });
        Node table = view.lookup("#watchlist-table");
        return table.localToScene(table.getLayoutBounds()).getMinY();
    }

    @Test
    void the_list_is_alone_until_the_fourth_frame_with_a_price_and_nothing_moves_then() {
        pulse(1);
        double top = topOfList();
        price();
        pulse(PULSES_WITH_PRICES - 1);
        assertThat(toolBarIsFilled()).isFalse();
        assertThat(view.getBottom()).isNotInstanceOf(ConnectionBar.class);
        assertThat(view.lookup("#lower-split")).isNull();

        pulse(1);

        assertThat(toolBarIsFilled()).isTrue();
        assertThat(view.getBottom()).isInstanceOf(ConnectionBar.class);
        assertThat(view.lookup("#lower-split")).isNotNull();
        assertThat(topOfList()).isPositive().isEqualTo(top);
    }

    @Test
    void without_a_price_the_others_come_after_some_frames() {
        pulse(PULSES_WITHOUT_PRICES - 1);
        assertThat(toolBarIsFilled()).isFalse();

        pulse(1);

        assertThat(toolBarIsFilled()).isTrue();
    }

    @Test
    void whoever_adds_a_symbol_before_the_first_price_finds_the_field() {
        robot.interact(view::focusAdding);

        assertThat(toolBarIsFilled()).isTrue();
        assertThat(scene.getFocusOwner()).isInstanceOf(TextField.class);
        pulse(PULSES_WITHOUT_PRICES);
        assertThat(view.lookupAll("#lower-split")).hasSize(1);
        assertThat(view.lookupAll(".add-symbol")).hasSize(1);
    }

    @Test
    void whoever_asks_what_fired_before_the_first_price_sees_it_when_the_lists_are_there() {
        robot.interact(view::showFired);
        assertThat(view.lookup("#alerts-view")).isNull();

        pulse(PULSES_WITHOUT_PRICES);
        robot.interact(() -> {
            view.applyCss();
            view.layout();
        });

        assertThat(view.lookupAll("#alerts-view")).hasSize(1);
        assertThat(view.lookup("#alerts-fired").getPseudoClassStates())
                .anyMatch(each -> each.getPseudoClassName().equals("selected"));
    }
}
