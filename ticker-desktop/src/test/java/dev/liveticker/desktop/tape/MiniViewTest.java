package dev.liveticker.desktop.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** What the small window leaves behind when it is hidden, or gone. */
class MiniViewTest {

    /** JavaFX holds on to what had the focus last, and the like, until something else has. */
    private static final int STILL_HELD = 1;

    private static final int TIMES = 4;

    private final FxRobot robot = new FxRobot();
    private final Lines quotes = new Lines();
    private final SimpleStringProperty status = new SimpleStringProperty("Live");

    @BeforeEach
    void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
        quotes.lines.symbols(Lines.symbols("AAPL", "MSFT", "NVDA"));
    }

    @Test
    void one_that_is_gone_is_forgotten_while_lines_and_status_stay() {
        List<WeakReference<Node>> gone = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            robot.interact(() -> {
                MiniView view = view();
                showAndHide(stage(view), view);
                gone.add(new WeakReference<>(view));
            });
        }

        assertLeft(gone, STILL_HELD);
    }

    @Test
    void shown_and_hidden_again_and_again_it_keeps_no_more_cells_than_it_shows() {
        List<WeakReference<Node>> cells = new ArrayList<>();
        List<Stage> shown = new ArrayList<>();
        robot.interact(() -> {
            MiniView view = view();
            shown.add(stage(view));
            for (int i = 0; i < 3 * TIMES; i++) {
                showAndHide(shown.getFirst(), view).forEach(cell -> cells.add(new WeakReference<>(cell)));
            }
        });
        int atOnce = cells.size() / (3 * TIMES);
        assertThat(atOnce).isPositive();

        // A list has a few in reserve.
        assertLeft(cells, 2 * atOnce);
        assertThat(shown).hasSize(1);
    }

    private MiniView view() {
        return new MiniView(quotes.lines, status, () -> {}, symbol -> {});
    }

    private static Stage stage(MiniView view) {
        Stage stage = new Stage();
        stage.setScene(new Scene(view, 260, 280));
        return stage;
    }

    /** As the desktop does: there are lines while it shows. What it showed them in. */
    private Set<Node> showAndHide(Stage stage, MiniView view) {
        quotes.lines.wanted(true);
        stage.show();
        view.pulse();
        view.applyCss();
        view.layout();
        Set<Node> cells = view.lookupAll(".mini-line");
        status.set(status.get().equals("Live") ? "Connecting" : "Live");
        stage.hide();
        quotes.lines.wanted(false);
        view.pulse();
        return cells;
    }

    private static void assertLeft(List<WeakReference<Node>> gone, int most) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            System.gc();
            assertThat(gone.stream()
                            .map(WeakReference::get)
                            .filter(Objects::nonNull)
                            .distinct())
                    .hasSizeLessThanOrEqualTo(most);
        });
    }
}
