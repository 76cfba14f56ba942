package dev.liveticker.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Loads a server with subscribers for a while and prints what it measured as one line of JSON. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = "Subscribes many connections to a feed, and prints what they were sent as one line of JSON.")
public final class LoadClient implements Callable<Integer> {

    private static final long CONNECT_SECONDS = 60;

    /** Inflating costs the client more than deflating once for all costs a server. */
    private static final int INFLATE_EVERY = 20;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--url", required = true, description = "the server, such as http://127.0.0.1:8080")
    private URI url = URI.create("http://127.0.0.1:8080");

    @Option(names = "--transport", defaultValue = "ws", description = "ws, sse or socketio; default ${DEFAULT-VALUE}")
    private String transport = "ws";

    @Option(names = "--connections", defaultValue = "1000", description = "default ${DEFAULT-VALUE}")
    private int connections;

    @Option(names = "--same", paramLabel = "N", description = "all want the first N symbols")
    private int same = 100;

    @Option(names = "--distinct", paramLabel = "N/OF", description = "each wants N of OF symbols, drawn at random")
    private @Nullable String distinct;

    @Option(
            names = "--max-rate",
            split = ",",
            defaultValue = "0",
            description = "quotes a second and symbol, handed out to the connections in turn; 0: no limit")
    private List<Integer> maxRates = List.of(0);

    @Option(names = "--warmup", defaultValue = "3", description = "seconds before the window; default ${DEFAULT-VALUE}")
    private double warmup;

    @Option(names = "--seconds", defaultValue = "5", description = "the window; default ${DEFAULT-VALUE}")
    private double seconds;

    @Option(names = "--server-pid", description = "whose processor time and memory to read")
    private @Nullable Long serverPid;

    @Option(names = "--deflate", description = "offer permessage-deflate, without context takeover")
    private boolean deflate;

    @Option(
            names = "--count-every",
            paramLabel = "K",
            description = "one connection in K counts messages, the others only bytes; by default every one counts,"
                    + " with --deflate one in 20")
    private @Nullable Integer countEvery;

    @Option(names = "--stall", paramLabel = "K", description = "so many connections stop reading after the warm-up")
    private int stall;

    @Option(names = "--idle", description = "connect and ask for nothing")
    private boolean idle;

    @Option(names = "--threads", defaultValue = "1", description = "default ${DEFAULT-VALUE}")
    private int threads;

    public static void main(String[] args) {
        System.exit(new CommandLine(new LoadClient())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args));
    }

    /** How the workload of {@code --same}, {@code --distinct} and {@code --max-rate} is meant. */
    static Workload workload(int same, @Nullable String distinct, List<Integer> maxRates) {
        if (distinct == null) {
            return new Workload("same", same, same, false, maxRates);
        }
        String[] parts = distinct.split("/", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("--distinct wants N/OF, such as 20/500");
        }
        return Workload.distinct(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), maxRates);
    }

    @Override
    public Integer call() throws IOException {
        LoadPlan plan = new LoadPlan(
                url,
                Dialect.valueOf(transport.toUpperCase(Locale.ROOT)),
                workload(same, distinct, maxRates),
                connections,
                deflate,
                stall,
                idle,
                countEvery != null ? countEvery : deflate ? INFLATE_EVERY : 1);
        LoadResult result = run(plan);
        spec.commandLine().getOut().println(JsonMapper.shared().writeValueAsString(result));
        return result.connections() > 0 ? 0 : 1;
    }

    private LoadResult run(LoadPlan plan) throws IOException {
        ServerProcess server = serverPid == null ? null : new ServerProcess(serverPid);
        long rssBefore = server == null ? 0 : server.residentKb();
        List<SelectorLoop> loops = new ArrayList<>();
        try {
            for (int i = 0; i < threads; i++) {
                loops.add(new SelectorLoop(plan, i, threads));
            }
            loops.forEach(SelectorLoop::start);
            awaitStreams(loops);
            pass(warmup);
            if (stall > 0) {
                loops.forEach(SelectorLoop::stall);
                pass(warmup);
            }
            return measure(plan, loops, server, rssBefore);
        } finally {
            loops.forEach(SelectorLoop::close);
        }
    }

    private LoadResult measure(LoadPlan plan, List<SelectorLoop> loops, @Nullable ServerProcess server, long rssBefore)
            throws IOException {
        loops.forEach(loop -> loop.tally().takeAges());
        Tally.Counts before = counts(loops);
        double cpuBefore = server == null ? 0 : server.cpuSeconds();
        long start = System.nanoTime();
        pass(seconds);
        Tally.Counts got = counts(loops).minus(before);
        double cpu = server == null ? -1 : server.cpuSeconds() - cpuBefore;
        double elapsed = (System.nanoTime() - start) / 1e9;
        Histogram ages = new Histogram(3);
        loops.forEach(loop -> ages.add(loop.tally().takeAges()));
        long rss = server == null ? 0 : server.residentKb();
        int streaming = loops.stream().mapToInt(SelectorLoop::streaming).sum();
        // Connections that count stand for those that do not: all are sent the same kind of messages.
        long delivered =
                got.sampleBytes() == 0 ? 0 : Math.round((double) got.messages() * got.bytes() / got.sampleBytes());
        return new LoadResult(
                plan.workload().name(),
                transport + (deflate ? "+deflate" : ""),
                streaming,
                elapsed,
                delivered,
                plan.countEvery() > 1,
                delivered / elapsed,
                got.bytes() / elapsed,
                millis(ages, 50),
                millis(ages, 99),
                millis(ages, 99.9),
                ages.getMaxValue() / 1e3,
                cpu,
                cpu < 0 || delivered == 0 ? -1 : cpu * 1e6 / delivered,
                rss,
                streaming == 0 ? 0 : (double) (rss - rssBefore) / streaming,
                loops.stream().mapToInt(SelectorLoop::disconnects).sum(),
                loops.stream().mapToInt(SelectorLoop::errors).sum());
    }

    private static double millis(Histogram ages, double percentile) {
        return ages.getValueAtPercentile(percentile) / 1e3;
    }

    private static Tally.Counts counts(List<SelectorLoop> loops) {
        return loops.stream().map(loop -> loop.tally().counts()).reduce(new Tally.Counts(0, 0, 0), Tally.Counts::plus);
    }

    private void awaitStreams(List<SelectorLoop> loops) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(CONNECT_SECONDS);
        while (loops.stream()
                        .mapToInt(loop -> loop.streaming() + loop.errors() + loop.disconnects())
                        .sum()
                < connections) {
            if (System.nanoTime() > deadline) {
                spec.commandLine()
                        .getErr()
                        .println("not all connections got a stream within " + CONNECT_SECONDS + " s");
                return;
            }
            pass(0.02);
        }
    }

    private static void pass(double seconds) {
        long deadline = System.nanoTime() + (long) (seconds * 1e9);
        long left;
        while ((left = deadline - System.nanoTime()) > 0) {
            LockSupport.parkNanos(left);
        }
    }
}
