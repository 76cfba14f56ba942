package dev.liveticker.desktop.app;

import dev.liveticker.desktop.command.Command;
import dev.liveticker.desktop.command.KeyNames;
import dev.liveticker.desktop.command.PaletteView;
import dev.liveticker.desktop.command.PaletteViewModel;
import dev.liveticker.desktop.command.ShortcutSheet;
import dev.liveticker.desktop.hint.Hint;
import dev.liveticker.desktop.hint.HintView;
import dev.liveticker.desktop.settings.KeyRow;
import dev.liveticker.desktop.storage.Kept;
import dev.liveticker.desktop.tape.MiniView;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.model.Symbol;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/**
 * What is around the main view: palette and hints above it, the small window, the log and the list of keys beside it,
 * and the keyboard that reaches them. Belongs to the FX thread.
 */
final class Shell {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Workbench workbench;
    private final MainView view;
    private final Stage stage;
    private final MainWindow window;
    private final MiniWindow mini;
    private final Commands commands;
    private final Scene scene;
    private final boolean hints;
    private final BooleanExpression inView;
    private long secondAt;

    /**
     * @param scene of the main window, to be filled
     * @param log the log file
     * @param hints whether hints are given
     */
    Shell(
            Stage stage,
            Scene scene,
            MainView view,
            Workbench workbench,
            Path log,
            Runnable openSettings,
            boolean hints) {
        this.stage = stage;
        this.scene = scene;
        this.view = view;
        this.workbench = workbench;
        this.hints = hints;
        Kept<WindowState> state = workbench.windows();
        window = new MainWindow(stage, view, workbench.store(), state);
        mini = new MiniWindow(
                stage,
                () -> new MiniView(workbench.quoteLines(), status(workbench), this::back, this::chart),
                state,
                workbench.textScale(),
                window::front);
        workbench.miniShows(mini.showing());
        LogWindow logWindow = new LogWindow(
                log,
                file -> FileBrowser.reveal(
                        file, () -> Platform.runLater(() -> view.notice(Texts.of("log.folder.failed", file)))));
        PaletteViewModel palette = workbench.palette();
        commands = new Commands(
                view,
                workbench,
                new Commands.Windows(
                        palette::toggle, openSettings, mini::toggle, logWindow::show, this::listShortcuts, this::quit));
        // In the palette there is no need to open it.
        palette.commands(commands.all().stream()
                .filter(command -> !command.id().equals(Commands.PALETTE))
                .toList());
        HintView hint = new HintView(
                workbench.hints(),
                Map.of(
                        Hint.PALETTE, KeyNames.of(Commands.PALETTE_KEYS),
                        Hint.TRANSPORT, KeyNames.of(Commands.TRANSPORT_KEYS)));
        scene.setRoot(new Overlays(view, hint, new PaletteView(palette)));
        new Shortcuts(scene).install(commands.all());
        learn();
        inView = stage.showingProperty()
                .and(stage.iconifiedProperty().not())
                .or(mini.showing().and(mini.iconified().not()))
                .or(view.chartWindows().inView());
        workbench.tape().reducedMotion().bind(Platform.getPreferences().reducedMotionProperty());
    }

    /** Does what the button of the main window's frame does, whatever is shown instead of that. */
    void quit() {
        stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
    }

    MainWindow window() {
        return window;
    }

    /** What pictures can be taken of besides what a key opens, by name. */
    Map<String, Runnable> openings() {
        return Map.of(
                "log", () -> run("log"),
                "mini", () -> run("mini"),
                "indicators", () -> press("#indicators"),
                "compare", () -> press("#compare"),
                "chart", () -> press("#chart-detach"),
                "alert", () -> workbench.charted().ifPresent(symbol -> view.alertAt(symbol, null)),
                "transaction", this::enterTransaction);
    }

    /**
     * From the page of one symbol as from that of all. While one is being typed there is no such button, and it goes
     * on.
     */
    private void enterTransaction() {
        view.lower().choose("portfolio");
        press("#portfolio-add");
        press("#transactions-add");
    }

    /** Presses a button, if it is there. */
    private void press(String button) {
        scene.getRoot().applyCss();
        if (scene.lookup(button) instanceof Button there) {
            there.fire();
        }
    }

    private void run(String command) {
        commands.all().stream().filter(each -> each.id().equals(command)).forEach(Command::run);
    }

    /** Everything that can be done. */
    List<Command> commands() {
        return commands.all();
    }

    /** Whether any of it can be seen. */
    ObservableValue<Boolean> inView() {
        return inView;
    }

    /** Paints what changed. Called once a pulse while something is in view. */
    void pulse(long nowNanos) {
        if (mini.showing().get()) {
            mini.pulse();
        } else if (!stage.isIconified()) {
            view.pulse();
        }
        view.chartWindows().pulse();
        if (nowNanos - secondAt >= SECOND) {
            secondAt = nowNanos;
            if (hints && stage.isShowing()) {
                workbench.hints().second(nowNanos, workbench.watchlist().live().get());
            }
        }
    }

    /** The main window, in place of the small one, before all others. */
    void front() {
        if (mini.showing().get()) {
            mini.close();
        } else {
            window.front();
        }
    }

    /** Closes all windows for good: one that stayed would go on painting while the window system is let go of. */
    void close() {
        view.chartWindows().closeAll();
        List.copyOf(Window.getWindows()).forEach(Window::hide);
    }

    private void back() {
        mini.close();
    }

    private void chart(Symbol symbol) {
        mini.close();
        workbench.goTo(symbol);
    }

    /** Every key there is, for the settings. */
    List<KeyRow> keyRows() {
        return shortcuts().sections().stream()
                .flatMap(section -> section.lines().stream())
                .map(line -> new KeyRow(line.keys(), line.title()))
                .toList();
    }

    private void listShortcuts() {
        ShortcutsWindow.show(stage, shortcuts());
    }

    private ShortcutSheet shortcuts() {
        return ShortcutSheet.of(commands.all(), Commands.notes());
    }

    /** Who does it already needs no hint of it. */
    private void learn() {
        workbench.palette().open().subscribe(open -> {
            if (open) {
                workbench.hints().did(Hint.PALETTE);
            }
        });
        workbench.store().settings().subscribe((before, now) -> {
            if (before.transport() != now.transport()) {
                workbench.hints().did(Hint.TRANSPORT);
            }
        });
        scene.addEventFilter(ScrollEvent.SCROLL, event -> learnChart(event.getTarget()));
        scene.addEventFilter(MouseEvent.DRAG_DETECTED, event -> learnChart(event.getTarget()));
    }

    private void learnChart(Object target) {
        if (target instanceof Node node && view.isChart(node)) {
            workbench.hints().did(Hint.CHART);
        }
    }

    /** Simulated prices say so here too. */
    private static ObservableValue<String> status(Workbench workbench) {
        return workbench
                .connection()
                .text()
                .flatMap(text -> workbench
                        .connection()
                        .source()
                        .map(source -> source.isEmpty() ? text : text + " \u00b7 " + source));
    }
}
