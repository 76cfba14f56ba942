package dev.liveticker.desktop.app;

import dev.liveticker.benchmarks.desktop.ListenerCensus;
import dev.liveticker.benchmarks.desktop.Trend;
import dev.liveticker.desktop.connection.ConnectionViewModel;
import dev.liveticker.desktop.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.NullMarked;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Watches heap and listeners while the desktop is in use on a market whose clock runs fast. It counts when a round
 * through all its screens is over, and from the third round on: what is made only once, when it is first shown, is
 * there by then.
 */
@NullMarked
@Command(name = "soak-probe")
public final class SoakProbe implements Callable<Integer> {

    private static final double SETTLED_AFTER_HOURS = 1;
    private static final int SETTLED_AFTER_ROUNDS = 2;
    private static final int LEAST_COUNTS = 2;

    @Option(names = "--server", required = true)
    private URI server = URI.create("http://127.0.0.1:8080");

    @Option(names = "--speed", defaultValue = "60", description = "of the server's market")
    private int speed;

    @Option(names = "--hours", defaultValue = "4", description = "of the market")
    private int hours;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SoakProbe()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        ProbedDesktop desktop = ProbedDesktop.open(Settings.defaults().withServer(server), new LiveBackend(null));
        desktop.until(() -> desktop.workbench().connection().light().get() == ConnectionViewModel.Light.LIVE);
        Trend heap = new Trend();
        Trend listeners = new Trend();
        Rounds rounds = new Rounds(desktop);
        long begun = System.nanoTime();
        double passed = 0;
        while (passed < hours || heap.size() < LEAST_COUNTS) {
            rounds.walk();
            passed = (System.nanoTime() - begun)
                    * (double) speed
                    / Duration.ofHours(1).toNanos();
            double count = ListenerCensus.take();
            double now = ProcessFigures.heapMegabytes();
            if (passed >= SETTLED_AFTER_HOURS && rounds.done() > SETTLED_AFTER_ROUNDS) {
                heap.add(passed, now);
                listeners.add(passed, count);
            }
        }
        ProbedDesktop.print(Map.of(
                "hours", passed,
                "rounds", rounds.done(),
                "heapFirst", heap.first(),
                "heapLast", heap.last(),
                "heapGrowth", heap.slope(),
                "listenersFirst", listeners.first(),
                "listenersLast", listeners.last(),
                "listenersGrowth", listeners.slope()));
        return 0;
    }
}
