package dev.liveticker.benchmarks.jmh;

import dev.liveticker.benchmarks.peer.SyntheticMarket;
import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.codec.MalformedFrameException;
import dev.liveticker.message.Quote;
import dev.liveticker.message.ServerMessage;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a quote costs to write and a frame of a hundred to read. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FrameCodecBenchmark {

    private static final int QUOTES = 100;

    @Param({"JSON", "CBOR"})
    Encoding encoding = Encoding.JSON;

    private FrameCodec codec = FrameCodec.of(Encoding.JSON);
    private List<Quote> quotes = List.of();
    private byte[] frame = {};
    private List<byte[]> encoded = List.of();
    private int next;

    @Setup
    public void prepare() {
        codec = FrameCodec.of(encoding);
        quotes = new SyntheticMarket(QUOTES, true).next(QUOTES, 1_774_000_000_000_000L);
        encoded = quotes.stream().map(codec::encode).toList();
        frame = codec.join(encoded);
    }

    @Benchmark
    public byte[] encodeQuote() {
        next = (next + 1) % QUOTES;
        return codec.encode(quotes.get(next));
    }

    @Benchmark
    public byte[] joinHundred() {
        return codec.join(encoded);
    }

    @Benchmark
    public List<ServerMessage> decodeHundred() throws MalformedFrameException {
        return codec.decodeServerFrame(frame);
    }
}
