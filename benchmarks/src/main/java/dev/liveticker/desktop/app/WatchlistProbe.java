package dev.liveticker.desktop.app;

import dev.liveticker.benchmarks.desktop.FrameTimes;
import dev.liveticker.benchmarks.peer.SyntheticMarket;
import dev.liveticker.desktop.settings.Settings;
import dev.liveticker.desktop.watchlist.QuoteRow;
import dev.liveticker.model.Instrument;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the main window with a long watchlist in a burst of quotes. */
@NullMarked
@Command(name = "watchlist-probe")
public final class WatchlistProbe implements Callable<Integer> {

    private static final int BARS = 1_440;
    private static final int INPUT_MILLIS = 100;

    @Option(names = "--rows", defaultValue = "5000")
    private int rows;

    @Option(names = "--rate", defaultValue = "100000", description = "quotes a second that are made in this process")
    private int rate;

    @Option(names = "--server", description = "has the quotes come from there, as many as it makes")
    private @Nullable URI server;

    @Option(names = "--warm-up", defaultValue = "10", description = "seconds")
    private int warmUp;

    @Option(names = "--seconds", defaultValue = "10")
    private int seconds;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new WatchlistProbe()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        SyntheticMarket market = new SyntheticMarket(rows, true);
        QuotingBackend backend =
                server == null ? new SyntheticBackend(market, new SyntheticBars(BARS)) : new ServedBackend();
        Settings settings = Settings.defaults()
                .withServer(server)
                .withWatchlist(
                        market.instruments().stream().map(Instrument::symbol).toList());
        ProbedDesktop desktop = ProbedDesktop.open(settings, backend);
        desktop.until(() -> areAllQuoted(desktop));
        desktop.paintEveryFrame();
        InputLatency latency = new InputLatency();
        FrameTimes frames = new FrameTimes();
        backend.rate(rate);
        try (ScheduledExecutorService person = Executors.newSingleThreadScheduledExecutor()) {
            Runnable act = ProbedDesktop.onFx(() -> inputs(desktop));
            var acting = person.scheduleAtFixedRate(
                    () -> latency.give(act), INPUT_MILLIS, INPUT_MILLIS, TimeUnit.MILLISECONDS);
            ProbedDesktop.run(() -> ProbedDesktop.eachFrame(now -> latency.frame()));
            ProbedDesktop.pass(Duration.ofSeconds(warmUp));
            AnimationTimer counting = ProbedDesktop.onFx(() -> {
                latency.count();
                return ProbedDesktop.eachFrame(frames::frame);
            });
            ProcessFigures used = new ProcessFigures();
            long before = backend.taken();
            long since = System.nanoTime();
            ProbedDesktop.pass(Duration.ofSeconds(seconds));
            double updates = (backend.taken() - before) * 1e9 / (System.nanoTime() - since);
            double cpu = used.cpuPercent();
            double layout = used.threadMillis(ProcessFigures.UI);
            double painting = used.threadMillis(ProcessFigures.PAINTER);
            ProbedDesktop.run(counting::stop);
            acting.cancel(false);
            backend.rate(0);
            ProbedDesktop.print(ProbedDesktop.onFx(() -> Map.of(
                    "frames", frames.perSecond(),
                    "frameP99", frames.p99Millis(),
                    "layout", layout / Math.max(1, frames.perSecond() * seconds),
                    "painting", painting / Math.max(1, frames.perSecond() * seconds),
                    "inputP50", latency.millis(50),
                    "inputP99", latency.millis(99),
                    "updates", updates,
                    "cpu", cpu,
                    "heap", ProcessFigures.heapMegabytes())));
        }
        return 0;
    }

    private boolean areAllQuoted(ProbedDesktop desktop) {
        var shown = desktop.workbench().watchlist().rows();
        if (shown.size() != rows) {
            throw new IllegalStateException("the list holds " + shown.size() + " rows and not " + rows);
        }
        return shown.stream().allMatch(row -> row.standing().get() == QuoteRow.Standing.QUOTED);
    }

    /** Arrow down and wheel in turn. */
    private static Runnable inputs(ProbedDesktop desktop) {
        Hands keys = new Hands(desktop.node("#watchlist-table"));
        Hands wheel = new Hands(desktop.node("#watchlist-table .virtual-flow"));
        AtomicInteger count = new AtomicInteger();
        return () -> {
            if (count.getAndIncrement() % 2 == 0) {
                keys.press(KeyCode.DOWN);
            } else {
                wheel.wheel(-1);
            }
        };
    }
}
