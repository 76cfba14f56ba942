package dev.liveticker.desktop.app;

import dev.liveticker.benchmarks.desktop.ListenerCensus;
import dev.liveticker.benchmarks.desktop.Trend;
import dev.liveticker.desktop.connection.ConnectionViewModel;
import dev.liveticker.desktop.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.jspecify.annotations.NullMarked;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Watches heap and listeners while the desktop is in use on a market whose clock runs fast. */
@NullMarked
@Command(name = "soak-probe")
public final class SoakProbe implements Callable<Integer> {

    private static final int SAMPLES_AN_HOUR = 12;
    private static final double SETTLED_AFTER_HOURS = 1;
    private static final int ACT_MILLIS = 250;

    @Option(names = "--server", required = true)
    private URI server = URI.create("http://127.0.0.1:8080");

    @Option(names = "--speed", defaultValue = "60", description = "of the server's market")
    private int speed;

    @Option(names = "--hours", defaultValue = "4", description = "of the market")
    private int hours;

    private int acts;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SoakProbe()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        ProbedDesktop desktop = ProbedDesktop.open(Settings.defaults().withServer(server), new LiveBackend(null));
        desktop.until(() -> desktop.workbench().connection().light().get() == ConnectionViewModel.Light.LIVE);
        Trend heap = new Trend();
        Trend listeners = new Trend();
        long begun = System.nanoTime();
        double passed = 0;
        Runnable act = ProbedDesktop.onFx(() -> person(desktop));
        try (ScheduledExecutorService person = Executors.newSingleThreadScheduledExecutor()) {
            var acting = person.scheduleAtFixedRate(
                    () -> Platform.runLater(act), ACT_MILLIS, ACT_MILLIS, TimeUnit.MILLISECONDS);
            while (passed < hours) {
                ProbedDesktop.pass(
                        Duration.ofHours(1).dividedBy(SAMPLES_AN_HOUR).dividedBy(speed));
                passed = (System.nanoTime() - begun)
                        * (double) speed
                        / Duration.ofHours(1).toNanos();
                double now = ProcessFigures.heapMegabytes();
                double count = ListenerCensus.take();
                if (passed >= SETTLED_AFTER_HOURS) {
                    heap.add(passed, now);
                    listeners.add(passed, count);
                }
            }
            acting.cancel(false);
        }
        ProbedDesktop.print(Map.of(
                "hours", passed,
                "heapFirst", heap.first(),
                "heapLast", heap.last(),
                "heapGrowth", heap.slope(),
                "listenersFirst", listeners.first(),
                "listenersLast", listeners.last(),
                "listenersGrowth", listeners.slope()));
        return 0;
    }

    /** Goes down the list, opens one screen after another and closes it, and changes the theme now and then. */
    private Runnable person(ProbedDesktop desktop) {
        Hands list = new Hands(desktop.node("#watchlist-table"));
        Screens screens = desktop.screens();
        return () -> {
            List<String> names = screens.names();
            int step = acts++;
            switch (step % 4) {
                case 0 -> list.press(step / 4 % 10 == 9 ? KeyCode.HOME : KeyCode.DOWN);
                case 1 -> screens.open(names.get(step / 4 % names.size()));
                case 2 -> closeOthers(desktop);
                default -> {
                    if (step / 4 % 5 == 4) {
                        ((Button) desktop.node("#toggle-theme")).fire();
                    }
                }
            }
        };
    }

    private static void closeOthers(ProbedDesktop desktop) {
        List.copyOf(Window.getWindows()).stream()
                .filter(window -> !window.equals(desktop.stage()))
                .forEach(Window::hide);
    }
}
