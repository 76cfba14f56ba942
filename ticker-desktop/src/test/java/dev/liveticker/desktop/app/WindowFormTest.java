package dev.liveticker.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.settings.WindowPlace;
import dev.liveticker.desktop.storage.Kept;
import dev.liveticker.desktop.storage.KeptFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

class WindowFormTest {

    @TempDir
    Path directory;

    private final List<String> problems = new ArrayList<>();

    @BeforeEach
    void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void how_windows_were_left_is_kept() {
        WindowPlace mini = new WindowPlace(-300, 20, 260, 280, false, 0);
        try (Kept<WindowState> state = open()) {
            state.change(before -> before.withChartShare(0.4).withTab("alerts").withMini(mini));
        }

        try (Kept<WindowState> state = open()) {
            assertThat(state.get()).isEqualTo(new WindowState(0.4, "alerts", mini));
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void what_cannot_be_is_replaced_and_said() throws Exception {
        Files.writeString(directory.resolve("window.json"), """
                {"chartShare": 7, "tab": 3, "mini": {"x": 1, "y": 2, "width": 3, "height": 1e9}}""");

        try (Kept<WindowState> state = open()) {
            assertThat(state.get()).isEqualTo(WindowState.INITIAL);
        }
        assertThat(problems).singleElement().asString().contains("Height of the chart", "small window");
    }

    @Test
    void a_tab_is_chosen_by_its_name_where_there_is_one() {
        new FxRobot().interact(() -> {
            LowerPane lower = new LowerPane(new SimpleDoubleProperty(1));
            SplitPane split = lower.below(new Label("chart"));
            assertThat(split.getDividers()).isEmpty();
            lower.add("alerts", "Alerts", Label::new);
            lower.add("trades", "Trades", Label::new);

            lower.choose("trades");
            lower.choose("gone");

            assertThat(lower.getSelectionModel().getSelectedItem().getId()).isEqualTo("trades");
            assertThat(split.getDividers()).hasSize(1);
        });
    }

    private Kept<WindowState> open() {
        return Kept.open(
                new KeptFile<>(directory.resolve("window.json"), new WindowForm(), InstantSource.system()),
                problems::add);
    }
}
