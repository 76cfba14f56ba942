package dev.liveticker.benchmarks.soak;

import dev.liveticker.benchmarks.Machine;
import dev.liveticker.benchmarks.Workbench;
import dev.liveticker.benchmarks.load.ServerProcess;
import dev.liveticker.benchmarks.scaling.Patience;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the soak; exits with 1 if anything differed, grew or was left behind. Runs in the benchmarks folder. */
@Command(
        name = "soak",
        mixinStandardHelpOptions = true,
        description = "Two nodes, hundreds of clients, and something bad every few seconds. Needs redis-server.")
public final class Soak implements Callable<Integer> {

    private static final int SYMBOLS = 60;
    private static final Duration ROUND = Duration.ofMinutes(10);
    private static final int LEAST_ROUNDS = 2;

    /** Of a round, at most; the rest is for the quiet point at its end. */
    private static final Duration QUIET = Duration.ofSeconds(20);

    /** However long the quiet point before it took. */
    private static final Duration SHORTEST = Duration.ofSeconds(20);

    private static final Duration ARRIVAL = Duration.ofMinutes(3);
    private static final Duration DEPARTURE = Duration.ofMinutes(2);

    /** From this on it is waited until the server has forgotten clients that polled: two minutes. */
    private static final int LONG_MINUTES = 10;

    private static final Duration FORGETTING = Duration.ofMinutes(4);

    private static final Duration IDLE = Duration.ofSeconds(90);

    @Option(names = "--minutes", defaultValue = "120", description = "default ${DEFAULT-VALUE}, at least 2")
    private int minutes = 120;

    @Option(names = "--clients", defaultValue = "500", description = "on mixed transports; default ${DEFAULT-VALUE}")
    private int clients = 500;

    @Option(names = "--desks", defaultValue = "20", description = "desktops' feeds; default ${DEFAULT-VALUE}")
    private int desks = 20;

    @Option(names = "--quotes", defaultValue = "300", description = "a second; default ${DEFAULT-VALUE}")
    private double quotes = 300;

    @Option(names = "--seed", defaultValue = "1", description = "of clients and mishaps; default ${DEFAULT-VALUE}")
    private long seed = 1;

    public static void main(String[] args) {
        System.exit(new CommandLine(new Soak()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        if (minutes < LEAST_ROUNDS || clients < 1 || desks < 0 || !(quotes > 0)) {
            System.err.println("at least 2 minutes, a client and a quote a second");
            return CommandLine.ExitCode.USAGE;
        }
        if (!Workbench.runs("redis-server", "--version")) {
            System.err.println("there is no redis-server here: apt-get install redis-server");
            return CommandLine.ExitCode.SOFTWARE;
        }
        for (String name : List.of("node", "redis")) {
            Files.deleteIfExists(Workbench.complaints(name));
        }
        Path folder = Files.createDirectories(Workbench.OUTPUT.resolve("soak"));
        try (Chronicle chronicle = new Chronicle(folder.resolve("chronicle.log"))) {
            SoakReport report = run(folder, chronicle);
            Files.writeString(folder.resolve("report.md"), report.text());
            System.out.println();
            System.out.println(report.text());
            return chronicle.problemCount() == 0 ? 0 : 1;
        }
    }

    private SoakReport run(Path folder, Chronicle chronicle) throws IOException {
        Listings listings = Listings.of(SYMBOLS, quotes);
        Path file = folder.resolve("instruments.csv");
        listings.write(file);
        Passes passes = Passes.create(folder.resolve("secret"));
        try (Cluster cluster = Cluster.start(file.toAbsolutePath(), passes)) {
            // Nobody who ends it with a signal is to be left with processes, some of them stopped.
            Runtime.getRuntime().addShutdownHook(new Thread(cluster::close, "shutdown"));
            Crowd crowd = Crowd.of(
                    clients, desks, new RawClient.Surroundings(cluster, passes, chronicle), listings.symbols(), seed);
            QuietPoint quiet = new QuietPoint(cluster, crowd, listings.symbols(), chronicle, folder);
            Mischief mischief = new Mischief(cluster, crowd, chronicle);
            List<SoakReport.Point> points = new ArrayList<>();
            List<Vitals> before = quiet.vitals(0);
            points.add(new SoakReport.Point("before all", "", before));
            double cpuBefore = cpuSeconds(cluster);
            long begin = System.nanoTime();
            try (crowd) {
                crowd.come();
                arrive(crowd, chronicle);
                rounds(begin, quiet, mischief, points, chronicle);
            }
            double busy = (cpuSeconds(cluster) - cpuBefore) * 1e9 / (System.nanoTime() - begin);
            points.add(departed(cluster, quiet, before, chronicle));
            Leaks.usual()
                    .judge(points.stream()
                            .filter(point -> !point.agreement().isEmpty())
                            .flatMap(point -> point.vitals().stream())
                            .toList())
                    .forEach(grown -> chronicle.problem("grew: " + grown));
            return new SoakReport(
                    Machine.describeCluster(),
                    new SoakReport.Setting(
                            LocalDate.now(ZoneOffset.UTC).toString(), minutes, clients, desks, SYMBOLS, quotes, seed),
                    points,
                    new SoakReport.Totals(
                            mischief.counts(),
                            crowd.messages(),
                            crowd.reconnects(),
                            crowd.desks().stream()
                                    .mapToInt(desk -> desk.alerts().notifications())
                                    .sum(),
                            busy,
                            Runtime.getRuntime().availableProcessors(),
                            chronicle.problemCount()),
                    chronicle.problems());
        }
    }

    private static double cpuSeconds(Cluster cluster) throws IOException {
        return cluster.cpuSeconds() + new ServerProcess(ProcessHandle.current().pid()).cpuSeconds();
    }

    private void arrive(Crowd crowd, Chronicle chronicle) throws IOException {
        long begin = System.nanoTime();
        Patience.until(
                ARRIVAL,
                "all clients to be connected",
                () -> crowd.clients().stream().allMatch(RawClient::isLive)
                        && crowd.desks().stream().allMatch(desk -> desk.live().isPresent()));
        chronicle.tell("%d clients and %d desktops connected in %.1f s"
                .formatted(clients, desks, (System.nanoTime() - begin) / 1e9));
    }

    private void rounds(
            long begin, QuietPoint quiet, Mischief mischief, List<SoakReport.Point> points, Chronicle chronicle)
            throws IOException {
        int rounds = Math.max(LEAST_ROUNDS, (int) Math.round((double) minutes / ROUND.toMinutes()));
        Duration each = Duration.ofMinutes(minutes).dividedBy(rounds);
        for (int round = 0; round < rounds; round++) {
            Duration end = each.multipliedBy(round + 1).minus(QUIET);
            Duration length = end.minusNanos(System.nanoTime() - begin);
            if (length.compareTo(SHORTEST) < 0) {
                length = SHORTEST;
            }
            mischief.play(Schedule.of(seed, round, length, clients, desks), length);
            QuietPoint.Outcome outcome = quiet.look(round + 1);
            String agreement = outcome.differences().isEmpty()
                    ? String.format(Locale.ROOT, "equal, after %.1f s", outcome.seconds())
                    : "**differ**";
            points.add(new SoakReport.Point(passed(begin), agreement, outcome.vitals()));
            chronicle.tell(passed(begin) + ": " + agreement + ", "
                    + outcome.vitals().stream()
                            .map(vitals -> String.format(
                                    Locale.ROOT,
                                    "%s %.1f MB, %d threads, %d files",
                                    vitals.process(),
                                    vitals.heapBytes() / 1048576.0,
                                    vitals.threads(),
                                    vitals.files()))
                            .toList());
            outcome.differences().forEach(chronicle::tell);
        }
    }

    private static String passed(long begin) {
        long seconds = (System.nanoTime() - begin) / 1_000_000_000;
        return seconds / 60 + " min " + seconds % 60 + " s";
    }

    /** Nothing of clients that have gone is to be left. */
    private SoakReport.Point departed(Cluster cluster, QuietPoint quiet, List<Vitals> before, Chronicle chronicle)
            throws IOException {
        boolean patient = minutes >= LONG_MINUTES;
        String what = patient ? "nobody" : "nobody but those who polled";
        try {
            Patience.until(
                    patient ? FORGETTING : DEPARTURE, "the nodes to count " + what, () -> gone(cluster, patient));
        } catch (IOException e) {
            chronicle.problem("all have gone, and nodes still count connections or subscriptions");
        }
        awaitIdleThreads(before.getLast());
        List<Vitals> after = quiet.vitals(99);
        // The younger node may be another process by now, of the same program.
        for (int i = 0; i < before.size(); i++) {
            Leaks.usual().left(before.get(i), after.get(i)).forEach(left -> chronicle.problem("left behind: " + left));
        }
        return new SoakReport.Point("all clients gone", "", after);
    }

    /**
     * Of the clients' own process: its pools let go of idle threads after a minute. Those that stay are told of then.
     */
    private static void awaitIdleThreads(Vitals clientsBefore) {
        long usual = clientsBefore.threads() + Leaks.THREADS;
        try {
            Patience.until(
                    IDLE,
                    "idle threads to end",
                    () -> ManagementFactory.getThreadMXBean().getThreadCount() <= usual);
        } catch (IOException e) {
            System.out.println("  " + e.getMessage());
        }
    }

    private static boolean gone(Cluster cluster, boolean pollingToo) {
        try {
            for (NodeQuestions node : cluster.questions()) {
                Scrape metrics = node.metrics();
                long polling = metrics.sum("live_ticker_connections", "transport=\"polling\"");
                long all = metrics.sum("live_ticker_connections");
                if (pollingToo ? all + metrics.sum("live_ticker_subscriptions") > 0 : all - polling > 0) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
