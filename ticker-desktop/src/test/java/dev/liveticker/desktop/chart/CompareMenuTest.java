package dev.liveticker.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.desktop.fake.Some;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

class CompareMenuTest {

    /** JavaFX holds on to what had the focus last, and the like, until something else has. */
    private static final int STILL_HELD = 1;

    private final FxRobot robot = new FxRobot();
    private final ComparedChart compared = new ComparedChart();
    private final ChartViewModel chart = compared.chart;
    private final CompareViewModel compare = compared.model;
    private CompareMenu menu;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        robot.interact(() -> {
            menu = new CompareMenu(compare);
            stage = new Stage();
            stage.setScene(new Scene(new StackPane(menu), 300, 200));
            stage.show();
            chart.show(Some.AAPL);
            compare.add("MSFT");
        });
    }

    @AfterEach
    void close() {
        robot.interact(stage::hide);
    }

    @Test
    void lines_that_are_gone_do_not_hear_of_a_symbol_that_stays() {
        List<WeakReference<Node>> gone = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            robot.interact(() -> {
                menu.fire();
                gone.add(new WeakReference<>(line()));
                // Each change makes the lines anew.
                compare.add("NVDA");
                compare.remove(compare.compared().getLast());
                menu.fire();
            });
        }
        // Open, so that it is painted: until then the toolkit itself holds on to what is not there any more.
        robot.interact(menu::fire);

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            System.gc();
            assertThat(gone.stream().map(WeakReference::get).filter(Objects::nonNull))
                    .hasSizeLessThanOrEqualTo(STILL_HELD);
        });
    }

    /** The one of the first symbol in the panel that is open. */
    private static Node line() {
        return Window.getWindows().stream()
                .filter(Popup.class::isInstance)
                .map(window -> window.getScene().getRoot().lookup(".compare-row"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }
}
