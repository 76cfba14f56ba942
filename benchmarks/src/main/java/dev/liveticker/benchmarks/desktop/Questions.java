package dev.liveticker.benchmarks.desktop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked of the desktop. */
final class Questions {

    private static final int ROUNDS = 5;
    private static final int ROWS = 5_000;
    private static final int RATE = 100_000;
    private static final String PROBES = "dev.liveticker.desktop.app.";

    /**
     * Has every collection empty caches that give way when memory is wanted, such as JavaFX's of textures and of laid
     * out text: they grow for hours, and it is no leak.
     */
    private static final List<String> EMPTY_CACHES = List.of("-XX:SoftRefLRUPolicyMSPerMB=0");

    private Questions() {}

    /** @param quick whether a short look will do, to see that all of it works */
    static List<Question> all(boolean quick) {
        int rounds = quick ? 1 : ROUNDS;
        EarlierRuns earlier = new EarlierRuns();
        return List.of(
                watchlist(rounds, quick),
                servedWatchlist(rounds, quick),
                chart(rounds, quick),
                unseen(quick),
                soak(quick),
                new StartQuestion(rounds, earlier),
                new SecondStartQuestion(rounds, earlier),
                new MemoryQuestion(quick ? 1 : 3, quick ? 5 : 60, earlier));
    }

    private static Question watchlist(int rounds, boolean quick) {
        return watchlist(
                "A long watchlist in a burst",
                "The whole main window with 5,000 rows, while its feed delivers 100,000 quotes a second for all of them in"
                        + " turn, and ten times a second somebody presses the arrow down, which charts another row, or"
                        + " turns the wheel over the list. The quotes are made in the same process and handed over as"
                        + " objects, without a socket. Input is counted until the frame that shows it is painted. Hoped"
                        + " for: 50 frames a second, input under 100 ms.",
                rounds,
                quick,
                null);
    }

    private static Question servedWatchlist(int rounds, boolean quick) {
        return watchlist(
                "The same from a server",
                "As above, but the quotes come from the project's server, another process on the same cores, over"
                        + " WebSocket as the desktop uses it by itself: with JSON, compression, and no limit of quotes."
                        + " What a server cannot deliver in time it conflates, and that is not counted as taken. Hoped"
                        + " for: the same.",
                rounds,
                quick,
                () -> RunningServer.synthetic(ROWS, RATE));
    }

    private static Question watchlist(
            String title, String meaning, int rounds, boolean quick, ProbeQuestion.@Nullable ServerStart server) {
        List<String> length = quick ? List.of("2", "2") : List.of("10", "10");
        return new ProbeQuestion(
                title,
                meaning,
                List.of(
                        new Figure("frames", "frames a second"),
                        new Figure("frameP99", "p99 between frames, ms"),
                        new Figure("inputP50", "input p50, ms"),
                        new Figure("inputP99", "input p99, ms"),
                        new Figure("layout", "processor time of the UI thread a frame, ms"),
                        new Figure("painting", "of the painting thread, ms"),
                        new Figure("updates", "updates a second taken"),
                        new Figure("cpu", "share of a core, %"),
                        new Figure("heap", "heap after it, MB")),
                rounds,
                PROBES + "WatchlistProbe",
                List.of(
                        "--rows",
                        Integer.toString(ROWS),
                        "--rate",
                        Integer.toString(RATE),
                        "--warm-up",
                        length.getFirst(),
                        "--seconds",
                        length.getLast()),
                server);
    }

    private static Question chart(int rounds, boolean quick) {
        return new ProbeQuestion(
                "A chart of 100,000 bars",
                "The main window with the chart of 100,000 minutes, moved in every frame: dragged to and fro, and zoomed"
                        + " by the wheel from a few bars to as many as it shows and back. Hoped for: 60 frames a second.",
                List.of(
                        new Figure("bars", "bars"),
                        new Figure("panFrames", "frames a second while dragged"),
                        new Figure("panP99", "p99 between frames, ms"),
                        new Figure("zoomFrames", "frames a second while zoomed"),
                        new Figure("zoomP99", "p99 between frames, ms")),
                rounds,
                PROBES + "ChartProbe",
                quick ? List.of("--warm-up", "2", "--seconds", "2") : List.of("--warm-up", "5", "--seconds", "5"),
                null);
    }

    private static Question unseen(boolean quick) {
        return new ProbeQuestion(
                "Shown, minimised and hidden",
                "Processor time of the desktop on a live market whose server is another process: with its window shown,"
                        + " minimised, and hidden. Hoped for: near none while it cannot be seen.",
                List.of(
                        new Figure("shown", "shown, % of a core"),
                        new Figure("minimised", "minimised, % of a core"),
                        new Figure("hidden", "hidden, % of a core")),
                quick ? 1 : 3,
                PROBES + "IdleProbe",
                quick ? List.of("--warm-up", "2", "--seconds", "2") : List.of("--warm-up", "10", "--seconds", "10"),
                () -> RunningServer.start(List.of()));
    }

    private static Question soak(boolean quick) {
        int speed = quick ? 600 : 60;
        return new ProbeQuestion(
                "Four hours of the market",
                "The desktop on a market whose clock runs " + speed
                        + " times as fast, until four hours of it have passed,"
                        + " while somebody goes round: opens and closes every screen, walks down the list and changes the"
                        + " theme. After each round, heap after garbage collection and listeners are counted; their growth"
                        + " is the line of least squares through what was counted in the last three hours, without the"
                        + " first two rounds, in which screens are made that stay, and without caches that give way when memory"
                        + " is wanted. Hoped for: none.",
                List.of(
                        new Figure("hours", "hours of the market"),
                        new Figure("rounds", "rounds"),
                        new Figure("heapFirst", "heap after the first hour, MB"),
                        new Figure("heapLast", "at the end, MB"),
                        new Figure("heapGrowth", "growth, MB an hour"),
                        new Figure("listenersFirst", "listeners after the first hour"),
                        new Figure("listenersLast", "at the end"),
                        new Figure("listenersGrowth", "growth an hour")),
                1,
                PROBES + "SoakProbe",
                List.of("--speed", Integer.toString(speed), "--hours", "4"),
                EMPTY_CACHES,
                () -> RunningServer.start(List.of("--speed", Integer.toString(speed))));
    }
}
