package dev.liveticker.desktop.app;

import dev.liveticker.benchmarks.desktop.FrameTimes;
import dev.liveticker.benchmarks.peer.SyntheticMarket;
import dev.liveticker.desktop.chart.ChartBars;
import dev.liveticker.desktop.chart.ChartViewModel;
import dev.liveticker.desktop.settings.Settings;
import dev.liveticker.model.Instrument;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import org.jspecify.annotations.NullMarked;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the chart of very many bars while it is moved in every frame. */
@NullMarked
@Command(name = "chart-probe")
public final class ChartProbe implements Callable<Integer> {

    private static final int QUOTES = 100;

    /** Frames in which a hand goes once to one side and back, and as many notches as zoom from one end to the other. */
    private static final int SWING = 120;

    private static final double REACH = 200;

    @Option(names = "--bars", defaultValue = "100000")
    private int bars;

    @Option(names = "--warm-up", defaultValue = "5", description = "seconds")
    private int warmUp;

    @Option(names = "--seconds", defaultValue = "5")
    private int seconds;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ChartProbe()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        SyntheticMarket market = new SyntheticMarket(1, true);
        SyntheticBackend backend = new SyntheticBackend(market, new SyntheticBars(bars));
        Settings settings = Settings.defaults()
                .withWatchlist(
                        market.instruments().stream().map(Instrument::symbol).toList());
        ProbedDesktop desktop = ProbedDesktop.open(settings, backend);
        ChartViewModel chart = desktop.workbench().chart();
        desktop.until(() -> chart.stage().get() == ChartViewModel.Stage.READY);
        // Whoever goes back gets page after page; here that is done before, so that all of them are there.
        desktop.until(() -> ChartBars.goBack(chart) >= bars);
        desktop.paintEveryFrame();
        backend.feed().rate(QUOTES);
        ProbedDesktop.pass(Duration.ofSeconds(2));
        int held = ProbedDesktop.onFx(() -> ChartBars.count(chart));
        Hands hands = ProbedDesktop.onFx(() -> new Hands(desktop.node("#chart")));
        FrameTimes zooming = measure(frame -> hands.wheel(frame % SWING < SWING / 2 ? -1 : 1));
        ProbedDesktop.run(() -> {
            for (int notch = 0; notch < SWING / 3; notch++) {
                hands.wheel(-1);
            }
            hands.grasp();
        });
        FrameTimes panning = measure(frame -> hands.dragTo(REACH * Math.sin(2 * Math.PI * frame / SWING)));
        ProbedDesktop.run(() -> hands.letGo(0));
        ProbedDesktop.print(Map.of(
                "bars", (double) held,
                "panFrames", panning.perSecond(),
                "panP99", panning.p99Millis(),
                "zoomFrames", zooming.perSecond(),
                "zoomP99", zooming.p99Millis()));
        return 0;
    }

    /** @param move given the number of the frame */
    private FrameTimes measure(IntConsumer move) {
        FrameTimes frames = new FrameTimes();
        int[] frame = new int[1];
        AnimationTimer moving = ProbedDesktop.onFx(() -> ProbedDesktop.eachFrame(now -> move.accept(frame[0]++)));
        ProbedDesktop.pass(Duration.ofSeconds(warmUp));
        AnimationTimer counting = ProbedDesktop.onFx(() -> ProbedDesktop.eachFrame(frames::frame));
        ProbedDesktop.pass(Duration.ofSeconds(seconds));
        ProbedDesktop.run(() -> {
            counting.stop();
            moving.stop();
        });
        return frames;
    }
}
