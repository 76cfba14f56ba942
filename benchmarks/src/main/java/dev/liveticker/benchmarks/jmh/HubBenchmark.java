package dev.liveticker.benchmarks.jmh;

import dev.liveticker.benchmarks.load.Workload;
import dev.liveticker.benchmarks.peer.SyntheticMarket;
import dev.liveticker.codec.Encoding;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.End;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.model.Channel;
import dev.liveticker.server.access.Principal;
import dev.liveticker.server.hub.Connection;
import dev.liveticker.server.hub.Frame;
import dev.liveticker.server.hub.Hub;
import dev.liveticker.server.hub.HubSettings;
import dev.liveticker.server.hub.Outlet;
import dev.liveticker.server.hub.Subscriber;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a quote costs the hub, from being published to standing in every subscriber's frame, with subscribers that take
 * a frame in no time. The hub makes the publisher wait once it is far behind, so over a run the rate is the hub's own.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class HubBenchmark {

    private static final int BATCH = 1_000;
    private static final long TIME = 1_774_000_000_000_000L;

    @Param({"same", "distinct", "nobody"})
    String workload = "same";

    @Param("10000")
    int symbols;

    @Param("1000")
    int subscribers;

    private SyntheticMarket market = new SyntheticMarket(1, false);
    private @Nullable Hub hub;

    @Setup
    public void prepare() {
        market = new SyntheticMarket(symbols, false);
        Hub created = new Hub(
                HubSettings.defaults("benchmark", true),
                market.instruments(),
                market.opening(TIME),
                symbol -> List.of(),
                InstantSource.system());
        hub = created;
        if (!workload.equals("nobody")) {
            Workload wanted = workload.equals("same")
                    ? Workload.same(100)
                    : Workload.distinct(20, Math.min(symbols, 500), List.of(20, 50, 100, 200, 0));
            for (int i = 0; i < subscribers; i++) {
                new Reader().connect(created, wanted, i);
            }
        }
    }

    @TearDown
    public void close() {
        if (hub != null) {
            hub.close();
        }
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void publish() {
        if (hub != null) {
            hub.publish(List.<MarketEvent>copyOf(market.next(BATCH, TIME)));
        }
    }

    /** Has always written a frame the moment it gets it. */
    @SuppressWarnings("FutureReturnValueIgnored") // its place is there, or comes in a moment
    private static final class Reader implements Outlet {

        private final CompletableFuture<Subscriber> place = new CompletableFuture<>();

        void connect(Hub hub, Workload workload, int index) {
            OptionalInt rate = workload.maxRate(index);
            place.complete(hub.connect(
                    new Connection(
                            Encoding.JSON,
                            List.of(new ClientMessage.Subscribe(
                                    null,
                                    Channel.QUOTES,
                                    workload.symbols(index),
                                    null,
                                    rate.isPresent() ? (double) rate.getAsInt() : null,
                                    null)),
                            Principal.local()),
                    this));
        }

        @Override
        public void send(Frame frame) {
            place.thenAccept(Subscriber::drained);
        }

        @Override
        public void end(End end) {
            place.thenAccept(Subscriber::disconnected);
        }
    }
}
