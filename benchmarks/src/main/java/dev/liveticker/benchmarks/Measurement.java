package dev.liveticker.benchmarks;

import dev.liveticker.benchmarks.load.LoadClient;
import dev.liveticker.benchmarks.load.LoadResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts a contest's question to its contenders.
 *
 * @param workbench where
 * @param rounds how often each is measured, in alternation
 * @param seconds the window of a round
 * @param searching whether the highest sustained rate is searched for; otherwise the contest's rate is offered
 */
record Measurement(Workbench workbench, int rounds, int seconds, boolean searching) {

    /** A round offers a little less than the highest rate that the search found sustained. */
    private static final double BACK_OFF = 0.9;

    private static final int TRIAL_SECONDS = 2;
    static final int WARM_UP_SECONDS = 10;

    /**
     * How many times its rate a slow contest is warmed up with; few enough for every contender: one that queues without
     * bound would still be at it when the next clients come.
     */
    private static final int HASTE = 3;

    List<Standing> of(Contest contest, List<Contender> present) throws IOException {
        Map<Contender, Integer> rates = new EnumMap<>(Contender.class);
        for (Contender contender : present) {
            rates.put(contender, rate(contest, contender));
        }
        Map<Contender, List<LoadResult>> results = new EnumMap<>(Contender.class);
        for (int round = 1; round <= rounds; round++) {
            for (Contender contender : present) {
                int rate = rates.getOrDefault(contender, 0);
                LoadResult result = round("round " + round, contest, contender, rate);
                results.computeIfAbsent(contender, key -> new ArrayList<>()).add(result);
            }
        }
        List<Standing> standings = new ArrayList<>();
        for (Contender contender : present) {
            Standing standing = new Standing(
                    contender, rates.getOrDefault(contender, 0), results.getOrDefault(contender, List.of()));
            standings.add(
                    contest.limits(contender)
                            ? LowerRate.kept(standing, rate -> round("less", contest, contender, rate))
                            : standing);
        }
        return standings;
    }

    private int rate(Contest contest, Contender contender) throws IOException {
        if (contest.rate().isPresent()) {
            return contest.rate().getAsInt();
        }
        int start = contest.starts().getOrDefault(contender, 1);
        if (!searching || !contest.limits(contender)) {
            return start;
        }
        try (RunningContender running = RunningContender.start(workbench, contender, contest.symbols())) {
            // Before it is compiled and its caches are warm, a rate would fail that is none too high.
            running.rate(start);
            load(contest, contender, running, TRIAL_SECONDS, TRIAL_SECONDS);
            int best = RateSearch.best(start, rate -> {
                running.rate(rate);
                LoadResult result = load(contest, contender, running, TRIAL_SECONDS, TRIAL_SECONDS);
                running.rate(0);
                report("search", contender, rate, result);
                return result;
            });
            return Math.max(1, (int) (best * BACK_OFF));
        }
    }

    private LoadResult round(String what, Contest contest, Contender contender, int rate) throws IOException {
        try (RunningContender running = RunningContender.start(workbench, contender, contest.symbols())) {
            running.rate(rate);
            LoadResult result;
            if (contest.idle()) {
                try (ScheduledExecutorService collecting = Executors.newSingleThreadScheduledExecutor()) {
                    var collected = collecting.scheduleAtFixedRate(running::collectGarbage, 0, 1, TimeUnit.SECONDS);
                    result = load(contest, contender, running, 2 * WARM_UP_SECONDS, seconds);
                    collected.cancel(false);
                }
            } else if (contest.slow()) {
                running.rate(rate * HASTE);
                load(contest, contender, running, 3 * WARM_UP_SECONDS, TRIAL_SECONDS);
                running.rate(rate);
                result = load(contest, contender, running, 2 * WARM_UP_SECONDS, 3 * seconds);
            } else {
                result = load(contest, contender, running, WARM_UP_SECONDS, seconds);
            }
            report(what, contender, rate, result);
            return result;
        }
    }

    private LoadResult load(Contest contest, Contender contender, RunningContender running, int warmup, int window)
            throws IOException {
        List<String> command = new ArrayList<>(Workbench.java(LoadClient.class.getName()));
        command.addAll(List.of("--url", "http://127.0.0.1:" + running.port()));
        command.addAll(List.of("--transport", contender.transport()));
        command.addAll(List.of("--connections", Integer.toString(contest.connections())));
        command.addAll(List.of("--warmup", Integer.toString(warmup)));
        command.addAll(List.of("--seconds", Integer.toString(window)));
        command.addAll(List.of("--server-pid", Long.toString(running.pid())));
        command.addAll(contest.load());
        Process client = new ProcessBuilder(workbench.client(command))
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        Workbench.complaints("load").toFile()))
                .start();
        try (BufferedReader lines = client.inputReader(StandardCharsets.UTF_8)) {
            @Nullable String line = lines.readLine();
            if (line == null) {
                throw new IOException("the load client measured nothing; see " + Workbench.complaints("load"));
            }
            Files.writeString(
                    results(),
                    "{\"contender\":\"" + contender + "\",\"result\":" + line + "}\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            return JsonMapper.shared().readValue(line, LoadResult.class);
        } finally {
            client.destroy();
        }
    }

    private static void report(String what, Contender contender, int rate, LoadResult result) {
        System.out.printf(
                "  %-8s %-24s at %,9d quotes/s: %,13.0f delivered/s, p99 %,9.1f ms, %.2f us/message, lost %d%n",
                what,
                contender.label(),
                rate,
                result.deliveredPerSecond(),
                result.p99Millis(),
                result.cpuMicrosPerMessage(),
                result.disconnects() + result.errors());
    }

    static Path results() {
        return Workbench.OUTPUT.resolve("results.jsonl");
    }
}
