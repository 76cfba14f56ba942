package dev.liveticker.server.hub;

import dev.liveticker.benchmarks.peer.SyntheticMarket;
import dev.liveticker.codec.Encoding;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.model.Channel;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a quote costs one view: taken in with a thousand others, and put into a frame for a reader that keeps up (every
 * change) or that fell behind (the newest of each symbol). It stands in the hub's package because a view is not public.
 */
@NullMarked
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ConflationBenchmark {

    private static final int BATCH = 500;
    private static final int SYMBOLS = 100;
    private static final long TIME = 1_774_000_000_000_000L;
    private static final int FRAME_BYTES = 128 << 10;
    private static final int RING = 4_096;

    @Param({"every", "newest"})
    String what = "every";

    private final SyntheticMarket market = new SyntheticMarket(SYMBOLS, false);
    private final Board board =
            new Board(market.instruments(), market.opening(TIME), symbol -> List.of(), 1_000, new Random(1));
    private final View view = new View(everything(), new Alarms(), changed -> {}, 0);

    private Interest everything() {
        Interest.Draft draft = new Interest.Draft(Interest.NONE);
        board.slots().forEach(slot -> draft.put(Topic.of(Channel.QUOTES, null), slot, 0));
        return draft.done();
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public Optional<Frame> frame() {
        Progress progress = new Progress(board.numbering().head());
        progress.caughtUp(view, board.numbering().head());
        board.publish(List.<MarketEvent>copyOf(market.next(BATCH, TIME)));
        view.awake();
        if (what.equals("newest")) {
            view.tape().cut(view.tick());
        }
        return new SharedFrames(view, FRAME_BYTES, RING, board.numbering().position(), Optional.empty())
                .after(progress, Encoding.JSON);
    }
}
