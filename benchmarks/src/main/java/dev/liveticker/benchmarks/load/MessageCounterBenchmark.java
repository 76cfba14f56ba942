package dev.liveticker.benchmarks.load;

import dev.liveticker.benchmarks.peer.SyntheticMarket;
import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What counting a message costs the load client: it must cost the server much more to send it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MessageCounterBenchmark {

    private static final int MESSAGES = 1_000;

    private final ByteBuffer frame = frame();
    private final MessageCounter counter = new MessageCounter(new Tally(InstantSource.system()));

    private static ByteBuffer frame() {
        byte[] frame = FrameCodec.of(Encoding.JSON)
                .encodeServerFrame(new SyntheticMarket(100, true).next(MESSAGES, 1_774_000_000_000_000L));
        return ByteBuffer.allocateDirect(frame.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(frame)
                .flip();
    }

    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public void count() {
        counter.count(frame, 0, frame.limit());
    }
}
