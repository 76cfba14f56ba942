package dev.liveticker.desktop.app;

import static dev.liveticker.desktop.app.OpenDesktop.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.command.Command;
import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.hint.Hint;
import dev.liveticker.desktop.hint.HintForm;
import dev.liveticker.desktop.hint.HintView;
import dev.liveticker.desktop.hint.HintsViewModel;
import dev.liveticker.desktop.settings.Appearance;
import dev.liveticker.desktop.storage.Kept;
import dev.liveticker.desktop.storage.KeptFile;
import dev.liveticker.desktop.tape.TapeViewModel;
import dev.liveticker.feed.ConnectionState;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** Palette, keys, tape, small window, log and what happens out of sight, with mouse and keyboard. */
class ShellJourneyTest extends Journey {

    @Test
    void the_palette_finds_symbols_and_commands_by_keyboard_and_mouse() {
        openPalette();
        assertThat(desktop.shows("#palette-field")).isTrue();
        desktop.type("bitc");
        desktop.press(KeyCode.ENTER);
        soon().untilAsserted(() -> assertThat(desktop.rows()).containsExactly("AAPL", "MSFT", "BTC-USD"));
        assertThat(desktop.text("#instrument-symbol")).isEqualTo("BTC-USD");
        assertThat(desktop.shows("#palette-field")).isFalse();
        assertThat(focusOwner().getId()).as("the keyboard is back where it was").isEqualTo("watchlist-table");

        openPalette();
        desktop.type("no such thing");
        assertThat(desktop.text("#palette-nothing")).isEqualTo("Nothing is called \u201cno such thing\u201d");
        assertThat(desktop.shows("#palette-list")).isFalse();
        desktop.press(KeyCode.ESCAPE);
        assertThat(desktop.shows("#palette-field")).isFalse();

        openPalette();
        desktop.type("apple");
        desktop.click("#palette-list .palette-title");
        assertThat(desktop.text("#instrument-symbol")).isEqualTo("AAPL");
        assertThat(desktop.rows()).hasSize(3);
    }

    @Test
    void a_key_that_is_held_does_its_thing_once() {
        for (int i = 0; i < 4; i++) {
            fire(KeyEvent.KEY_PRESSED);
        }
        assertThat(desktop.shows("#palette-field"))
                .as("not opened and closed again")
                .isTrue();

        fire(KeyEvent.KEY_RELEASED);
        fire(KeyEvent.KEY_PRESSED);
        fire(KeyEvent.KEY_RELEASED);
        assertThat(desktop.shows("#palette-field")).as("pressed again").isFalse();
    }

    private void fire(EventType<KeyEvent> type) {
        desktop.robot()
                .interact(() -> Event.fireEvent(
                        focusOwner(), new KeyEvent(type, "k", "k", KeyCode.K, false, true, false, false)));
    }

    @Test
    void every_key_the_window_knows_is_on_the_list_and_no_other() {
        List<Command> commands = desktop.app().shell().commands();
        Set<KeyCombination> listed = commands.stream()
                .filter(command -> !command.yieldsToTyping())
                .flatMap(command -> command.keys().stream())
                .map(KeyCombination::keyCombination)
                .collect(Collectors.toSet());
        Set<KeyCombination> noted = Commands.notes().stream()
                .flatMap(note -> note.keys().stream())
                .map(KeyCombination::keyCombination)
                .collect(Collectors.toSet());
        assertThat(scene().getAccelerators().keySet()).containsAll(listed);
        assertThat(scene().getAccelerators().keySet())
                .as("besides what the menus of controls have")
                .allMatch(keys -> listed.contains(keys) || noted.contains(keys));
        List<String> written =
                commands.stream().flatMap(command -> command.keys().stream()).toList();
        assertThat(written).doesNotHaveDuplicates();
        assertThat(new HashSet<>(commands.stream().map(Command::id).toList())).hasSameSizeAs(commands);
        assertThat(commands).allSatisfy(command -> assertThat(command.title()).isNotBlank());

        desktop.press(KeyCode.F1);
        soon().until(() -> desktop.shows("#shortcuts"));
        for (Command command : commands) {
            assertThat(desktop.shows(command.title()))
                    .as(command.title())
                    .isEqualTo(!command.keys().isEmpty());
        }
        assertThat(texts("#shortcuts .keys")).contains("Ctrl K", "Ctrl Shift M", "F1", "\u2190  \u2192", "Del");
        desktop.press(KeyCode.F1);
        soon().until(() -> !desktop.shows("#shortcuts"));
    }

    @Test
    void control_n_goes_to_the_add_box() {
        desktop.press(KeyCode.CONTROL, KeyCode.N);
        assertThat(focusOwner().getId()).isEqualTo("add-symbol");
        desktop.press(KeyCode.CONTROL, KeyCode.L);
        assertThat(focusOwner().getId()).isEqualTo("watchlist-table");
    }

    @Test
    void the_tape_runs_is_clicked_greyed_and_put_away() throws Exception {
        assertThat(TapeViewModel.SLOWEST).isEqualTo(Appearance.LEAST_TAPE_SPEED);
        assertThat(TapeViewModel.FASTEST).isEqualTo(Appearance.MOST_TAPE_SPEED);
        assertThat(desktop.shows("#tape")).isFalse();
        openPalette();
        desktop.type("tape");
        desktop.press(KeyCode.ENTER);
        soon().until(() -> desktop.shows("#tape"));
        soon().until(() -> desktop.hasRedOrGreen("#tape"));
        soon().untilAsserted(() -> assertThat(saved().appearance().tape()).isTrue());

        desktop.click("#tape");
        assertThat(desktop.text("#instrument-symbol")).isIn("AAPL", "MSFT");
        feed().become(new ConnectionState.Waiting(
                1,
                Duration.ofSeconds(30),
                System.nanoTime() + Duration.ofSeconds(30).toNanos(),
                "gone"));
        soon().untilAsserted(() -> assertThat(desktop.hasRedOrGreen("#tape"))
                .as("while prices are old")
                .isFalse());
        soon().until(() -> desktop.colours("#tape") > 5);

        desktop.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
        soon().until(() -> !desktop.shows("#tape"));
    }

    @Test
    void the_small_window_takes_the_place_of_the_main_window_and_gives_it_back() {
        desktop.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
        soon().until(() -> desktop.shows("#mini-list"));
        assertThat(desktop.shows("#watchlist-table")).isFalse();
        Stage mini = (Stage) window("#mini-list");
        assertThat(mini.isAlwaysOnTop()).isTrue();
        soon().until(() -> texts(".mini-last").equals(List.of("189.25", "402.10")));
        assertThat(desktop.text("#mini-status")).isEqualTo("Live \u00b7 SIMULATED");
        feed().deliver(Some.snapshot(Some.AAPL, "190.00", "188.46"));
        soon().until(() -> texts(".mini-last").equals(List.of("190.00", "402.10")));
        desktop.robot().interact(() -> {
            mini.setX(40);
            mini.setY(50);
            mini.setWidth(300);
        });

        desktop.press(KeyCode.ESCAPE);
        soon().until(() -> desktop.shows("#watchlist-table"));
        assertThat(desktop.shows("#mini-list")).isFalse();

        desktop.robot().interact(() -> mini.setX(500));
        desktop.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
        soon().until(() -> desktop.shows("#mini-list"));
        assertThat(mini.getX()).isEqualTo(40);
        assertThat(mini.getWidth()).isEqualTo(300);
        desktop.robot().interact(() -> mini.setX(60));
        desktop.robot()
                .interact(() ->
                        assertThat(state().mini().x()).as("moved once more").isEqualTo(60));
        desktop.click("#mini-back");
        soon().until(() -> desktop.shows("#watchlist-table"));
        assertThat(desktop.ended()).isNotDone();
    }

    @Test
    void told_to_end_it_closes_all_windows_whatever_is_in_sight() {
        desktop.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
        soon().until(() -> desktop.shows("#mini-list"));

        desktop.app().end();
        desktop.app().end();

        soon().until(() -> desktop.ended().isDone());
        assertThat(desktop.ended()).isCompletedWithValue(0);
        assertThat(OpenDesktop.seen(() -> List.copyOf(Window.getWindows()))).isEmpty();
    }

    @Test
    void out_of_view_nothing_is_painted_and_prices_are_taken_in_all_the_same() throws Exception {
        Stage main = (Stage) window("#watchlist-table");
        desktop.robot().interact(() -> main.setIconified(true));
        Pulse pulse = desktop.app().pulse();
        long frames = pulse.frames();
        feed().deliver(Some.snapshot(Some.AAPL, "200.00", "188.46"));
        soon().untilAsserted(() -> assertThat(applesPrice()).isEqualByComparingTo("200.00"));
        assertThat(pulse.frames()).isEqualTo(frames);

        try (SingleInstance first = SingleInstance.claim(directory, desktop.app()::open)) {
            assertThat(first).isNotNull();
            assertThat(InstanceCall.open(directory, List.of(), Duration.ofSeconds(60)))
                    .isTrue();
        }

        if (HeadlessMouse.isAtWork()) {
            // On a display without a window manager nobody tells a window that it is back.
            soon().until(() -> !main.isIconified());
            soon().until(() -> pulse.frames() > frames + 5);
        }
    }

    @Test
    void the_log_is_read_in_a_window() throws Exception {
        Files.writeString(
                directory.resolve("log"),
                "2026-01-02 03:04:05.678 INFO  [main] a - hello\n2026-01-02 03:04:05.679 WARN  [main] a - careful\n");
        openPalette();
        desktop.type("show the log");
        desktop.press(KeyCode.ENTER);
        soon().until(() -> texts("#log-lines .list-cell").stream().anyMatch(text -> text.endsWith("careful")));

        desktop.robot()
                .interact(() -> desktop.robot()
                        .lookup("#log-search")
                        .queryTextInputControl()
                        .setText("hello"));
        soon().until(() -> texts("#log-lines .list-cell").stream().noneMatch(text -> text.endsWith("careful")));
        desktop.press(KeyCode.ESCAPE);
        soon().until(() -> !desktop.shows("#log-lines"));
    }

    @Test
    void a_hint_says_the_keys_and_goes_when_it_is_put_away() {
        try (Kept<Set<Hint>> seen = Kept.open(
                new KeptFile<>(directory.resolve("other.json"), new HintForm(), InstantSource.system()),
                problem -> {})) {
            HintsViewModel hints = new HintsViewModel(seen);
            desktop.robot().interact(() -> {
                HintView view = new HintView(hints, Map.of(Hint.PALETTE, "Ctrl K"));
                assertThat(view.isVisible()).isFalse();
                hints.second(0, true);
                hints.second(Duration.ofMinutes(1).toNanos(), true);
                assertThat(view.isVisible()).isTrue();
                assertThat(view.getAccessibleText()).isEqualTo("Ctrl K finds any symbol and any command.");
                ((javafx.scene.control.Button) view.lookup("#hint-close")).fire();
                assertThat(view.isVisible()).isFalse();
            });
        }
        assertThat(desktop.shows("#hint")).as("none where they are not wanted").isFalse();
    }

    private WindowState state() {
        return desktop.app().workbench().orElseThrow().windows().get();
    }

    private void openPalette() {
        desktop.press(KeyCode.CONTROL, KeyCode.K);
        soon().untilAsserted(() -> assertThat(focusOwner().getId()).isEqualTo("palette-field"));
    }

    private BigDecimal applesPrice() {
        BigDecimal[] price = new BigDecimal[1];
        desktop.robot()
                .interact(() -> price[0] = desktop.app()
                        .workbench()
                        .orElseThrow()
                        .watchlist()
                        .rows()
                        .getFirst()
                        .last()
                        .get());
        return price[0];
    }

    private Scene scene() {
        return window("#watchlist-table").getScene();
    }

    private Window window(String query) {
        return OpenDesktop.seen(
                () -> desktop.robot().lookup(query).query().getScene().getWindow());
    }

    private Node focusOwner() {
        return scene().getFocusOwner();
    }

    private List<String> texts(String query) {
        return OpenDesktop.seen(() -> desktop.robot().lookup(query).queryAllAs(Labeled.class).stream()
                .filter(label -> label.getScene() != null
                        && label.getScene().getWindow() != null
                        && label.getScene().getWindow().isShowing())
                .filter(label -> label.getText() != null && !label.getText().isEmpty())
                .map(Labeled::getText)
                .toList());
    }
}
