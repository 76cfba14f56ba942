package dev.liveticker.desktop.app;

import dev.liveticker.desktop.alert.Chime;
import dev.liveticker.desktop.alert.NoticeCards;
import dev.liveticker.desktop.connection.ConnectionViewModel;
import dev.liveticker.desktop.opening.Opening;
import dev.liveticker.desktop.settings.KeyRow;
import dev.liveticker.desktop.settings.Language;
import dev.liveticker.desktop.settings.Settings;
import dev.liveticker.desktop.settings.SettingsDialog;
import dev.liveticker.desktop.settings.SettingsFile;
import dev.liveticker.desktop.settings.SettingsStore;
import dev.liveticker.desktop.settings.WindowPlace;
import dev.liveticker.desktop.storage.KeptFile;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.desktop.trust.TrustDialog;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The desktop with its window, from opening to closing. Belongs to the FX thread, except where it says otherwise. */
final class DesktopApp {

    private static final LongSupplier NANO_CLOCK = System::nanoTime;
    /** What goes wrong is told once each, and after so many different ones only to the log. */
    private static final int MOST_SURPRISES = 5;

    private final LaunchOptions options;
    private final Path config;
    private final Path log;
    private final Backend backend;
    private final CompletableFuture<Integer> ended;
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final Openings openings = new Openings(Platform::runLater);
    private volatile @Nullable Workbench workbench;
    private @Nullable Pulse pulse;
    private volatile @Nullable Shell windows;
    private volatile @Nullable Screens screens;
    private @Nullable Look look;
    private @Nullable Stage mainStage;

    /**
     * Callable from any thread.
     *
     * @param ended completed with the exit code when the window is closed
     */
    DesktopApp(LaunchOptions options, Path config, Path log, Backend backend, CompletableFuture<Integer> ended) {
        this.options = options;
        this.config = config;
        this.log = log;
        this.backend = backend;
        this.ended = ended;
        openings.add(options.openings);
    }

    /** Opens the window, and fills it and connects once that is about to be painted. */
    void show() {
        attempt(() -> {
            WindowClass.set();
            open(new Stage());
        });
    }

    private void attempt(Runnable opening) {
        try {
            opening.run();
        } catch (RuntimeException | Error e) {
            // An Error too, such as a missing class: without a word there would be neither a window nor an end.
            LogFile.failure("the window could not be opened", e);
            System.err.println(
                    "live-ticker: the window could not be opened: " + Launch.rootMessage(e) + " (see " + log + ")");
            ended.complete(Launch.FAILED);
        }
    }

    /** Opens these, and brings the window to the front, from wherever it is. Callable from any thread. */
    void open(List<Opening> wanted) {
        openings.add(wanted);
        Shell open = windows;
        // One that is not open yet is about to come to the front by itself.
        if (open != null) {
            Platform.runLater(() -> front(open));
        }
    }

    /** One that was closed stays so: all it still does is save. */
    private void front(Shell open) {
        if (!ended.isDone()) {
            open.front();
        }
    }

    /** What makes it go on; absent before it is open. */
    @Nullable
    Pulse pulse() {
        return pulse;
    }

    /** Everything but its windows; nothing before it is open. Callable from any thread. */
    Optional<Workbench> workbench() {
        return Optional.ofNullable(workbench);
    }

    /** What is around the main view; absent before it is open. */
    @Nullable
    Shell shell() {
        return windows;
    }

    /** What there is to see of it; nothing before it is open. */
    Optional<Screens> screens() {
        return Optional.ofNullable(screens);
    }

    /** Closes all windows. Callable from any thread. */
    void end() {
        Platform.runLater(() -> {
            Stage open = mainStage;
            if (open == null) {
                ended.complete(0);
            } else if (!ended.isDone()) {
                close(open, 0);
            }
        });
    }

    /** Saves and lets go of everything. Callable from any thread. */
    void release() {
        Workbench open = workbench;
        if (open != null) {
            open.close();
        }
    }

    private void open(Stage stage) {
        Platform.setImplicitExit(false);
        SettingsFile file = new SettingsFile(config, InstantSource.system());
        KeptFile.Loaded<Settings> loaded = load(file);
        SettingsStore store = new SettingsStore(file, loaded.value(), started(loaded.value()));
        stage.setTitle(Texts.of("app.title"));
        stage.setScene(FirstFrame.empty(Look.isDark(store.settings().get().appearance())));
        stage.setMinWidth(WindowPlace.LEAST_WIDTH);
        stage.setMinHeight(WindowPlace.LEAST_HEIGHT);
        stage.setOnCloseRequest(event -> close(stage, 0));
        mainStage = stage;
        if (options.screenshot == null) {
            MainWindow.place(stage, store.settings().get().window());
            FirstFrame.show(
                    stage,
                    List.of(() -> unlessEnded(() -> connect(store)), () -> unlessEnded(() -> dress(store))),
                    () -> unlessEnded(() -> fill(stage, store, loaded.problems())));
        } else {
            MainWindow.place(stage, options.size.onScreen());
            connect(store);
            dress(store);
            fill(stage, store, loaded.problems());
        }
    }

    /** It may be closed at once, or something may have gone wrong before. */
    private void unlessEnded(Runnable step) {
        if (!ended.isDone()) {
            attempt(step);
        }
    }

    /**
     * Other threads see to that while this one makes and fills the window; what comes is shown with the first pulse.
     */
    private void connect(SettingsStore store) {
        Workbench bench = new Workbench(backend, store, new UserFiles(config), NANO_CLOCK, Platform::runLater);
        workbench = bench;
        bench.start();
    }

    private void dress(SettingsStore store) {
        look = new Look(store.settings().get().appearance());
        Fonts.load();
    }

    /**
     * Connected and dressed.
     *
     * @param problems with the settings, to be told
     */
    private void fill(Stage stage, SettingsStore store, List<String> problems) {
        Workbench bench = Objects.requireNonNull(workbench);
        Look worn = Objects.requireNonNull(look);
        SettingsDialog dialog = new SettingsDialog(
                bench.settings(), ConnectionViewModel::nameOf, this::keyRows, () -> Version.program(log, config));
        Runnable openSettings = () -> dialog.show(stage);
        MainView view = new MainView(bench, worn, NANO_CLOCK, openSettings);
        Scene scene = stage.getScene();
        boolean picture = options.screenshot != null;
        Shell shell = new Shell(stage, scene, view, bench, log, openSettings, !options.noHints && !picture);
        windows = shell;
        Sheet.lay(scene, options);
        store.settings().subscribe((Settings settings) -> worn.choose(settings.appearance()));
        problems.forEach(view::notice);
        bench.problems().forEach(view::notice);
        Thread.setDefaultUncaughtExceptionHandler((thread, problem) -> surprised(view, problem));
        new TrustDialog(bench.trust(), stage);
        NoticeCards cards = new NoticeCards(stage, shell::front, view::showFired);
        bench.alerts().announcements().by(cards::show, new Chime());
        shell.window().open(!picture);
        view.watchlist().focusTable();
        openings.openWith(view.opener()::open);
        Platform.runLater(() -> WindowIcons.dress(stage));
        Screens opened = new Screens(scene);
        shell.openings().forEach(opened::add);
        screens = opened;
        Integer lingering = options.exitWhenLive;
        if (lingering != null) {
            new FirstPrice(bench, lingering, () -> close(stage, 0)).start();
        }
        startPulse(bench, shell, screenshot(bench, opened, stage));
    }

    private List<KeyRow> keyRows() {
        Shell open = windows;
        return open == null ? List.of() : open.keyRows();
    }

    private Settings started(Settings kept) {
        Settings started = options.server == null ? kept : kept.withServer(options.server);
        if (options.textScale != null) {
            started = started.withAppearance(started.appearance().withTextScale(options.textScale));
        }
        started = options.theme == null ? started : started.withTheme(options.theme);
        return options.language == null
                ? started
                : started.withAppearance(started.appearance().withLanguage(options.language));
    }

    /** What is wrong with the file is told in the language that it names. */
    private KeptFile.Loaded<Settings> load(SettingsFile file) {
        SpokenLanguage.choose(Language.SYSTEM);
        KeptFile.Loaded<Settings> loaded = file.load();
        SpokenLanguage.choose(started(loaded.value()).appearance().language());
        List<String> again =
                loaded.problems().isEmpty() ? List.of() : file.load().problems();
        return again.isEmpty() ? loaded : new KeptFile.Loaded<>(loaded.value(), again);
    }

    private @Nullable Screenshot screenshot(Workbench bench, Screens opened, Stage stage) {
        Path file = options.screenshot;
        return file == null
                ? null
                : new Screenshot(
                        new Screenshot.Wish(file, options.screen),
                        bench,
                        opened,
                        NANO_CLOCK.getAsLong(),
                        code -> close(stage, code));
    }

    private void startPulse(Workbench bench, Shell shell, @Nullable Screenshot screenshot) {
        Runnable frame = () -> {
            long now = NANO_CLOCK.getAsLong();
            bench.pulse(now);
            shell.pulse(now);
            if (screenshot != null) {
                screenshot.pulse(now);
            }
        };
        Pulse started = new Pulse(frame, () -> bench.pulse(NANO_CLOCK.getAsLong()), Platform::runLater);
        pulse = started;
        started.follow(shell.inView());
    }

    private void close(Stage stage, int code) {
        if (pulse != null) {
            pulse.close();
        }
        stage.hide();
        Shell open = windows;
        if (open != null) {
            open.close();
        }
        if (look != null) {
            look.close();
        }
        Workbench bench = workbench;
        if (bench != null) {
            bench.settle();
        }
        ended.complete(code);
    }

    private void surprised(MainView view, Throwable problem) {
        LogFile.failure("unexpected", problem);
        String words = problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage();
        if (told.size() < MOST_SURPRISES && told.add(words)) {
            Platform.runLater(() -> view.notice(Texts.of("app.failed", words, log)));
        }
    }
}
