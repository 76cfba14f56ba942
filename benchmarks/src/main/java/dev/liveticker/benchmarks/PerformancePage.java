package dev.liveticker.benchmarks;

import dev.liveticker.benchmarks.load.LoadResult;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Writes what was measured down for people: Markdown. */
public final class PerformancePage {

    private static final String SEARCHED =
            "Where the most is asked for, the rate is searched first and then a tenth less is offered.";
    private static final String OFFERED =
            "Where the most is asked for, a rate is offered that a search found to be about a tenth less than the"
                    + " highest; `-Dbench.args=--search` searches anew.";

    private final StringBuilder page = new StringBuilder();

    private PerformancePage() {}

    /** @param command what makes this page */
    PerformancePage(String command, String date, String machine, Measurement measurement) {
        page.append("""
                # Performance

                Written by `%s` on %s; run it again to get your own.

                %s
                How it is measured: each contender is a process of its own that makes the same quotes (about 125 bytes of
                JSON each) and is subscribed to by the same load client, which counts the messages. Contenders take turns,
                %d round(s) of %d s each, after %d s in which it warms up; a figure is the median of the rounds, and in parentheses are the lowest and the
                highest. %s Latency
                runs from the time in the quote, set when it was made, to when the client's thread comes upon it; it is
                sampled, one message in 64. Who does not keep to the limit is offered a quarter less, until it does.
                Processor time and memory are what the kernel says of the server's process, its market included. Where a
                server leaves much of its core idle and yet delivers no more, the client was the limit: it spends about
                18 ns on counting a message, besides the kernel's copy. Raw writes are such a case.

                What the peers do is less than what the server does: they know `subscribe` and each client's `maxRate`, but
                drop what comes too early instead of keeping the newest, have no sequence, snapshots, heartbeats or resume,
                and drop quotes for a client with 1 MiB waiting. "Coalescing" sends what has queued as one frame, made once
                for all who want the same.
                """.formatted(
                        command,
                        date,
                        machine,
                        measurement.rounds(),
                        measurement.seconds(),
                        Measurement.WARM_UP_SECONDS,
                        measurement.searching() ? SEARCHED : OFFERED));
    }

    void add(Contest contest, List<Standing> standings) {
        add(contest, "", standings);
    }

    /**
     * A contest's part alone, to be put into a page that was written before.
     *
     * @param when and how it was measured, as a sentence
     */
    static String part(Contest contest, String when, List<Standing> standings) {
        PerformancePage part = new PerformancePage();
        part.add(contest, " " + when, standings);
        return part.page.toString();
    }

    /**
     * A page in which a contest's part is another one, and the notes are today's. Where the page has none, it becomes
     * the last.
     *
     * @param part as {@link #part} gives it
     * @param notes text by hand that goes below; may be empty
     */
    static String replace(String page, Contest contest, String part, String notes) {
        return Sections.replace(page, contest.title(), part, notes);
    }

    private void add(Contest contest, String when, List<Standing> standings) {
        page.append("\n## ").append(contest.title()).append("\n\n");
        page.append(contest.meaning()).append(when).append("\n\n");
        if (contest.idle()) {
            idle(standings);
        } else {
            busy(contest, standings);
        }
    }

    private void busy(Contest contest, List<Standing> standings) {
        String baseline = contest.baseline().label();
        page.append("| | delivered a second | times ").append(baseline).append(" | p50 ms | p99 ms | CPU µs a message");
        page.append(" | server's share of a core | MB/s | quotes/s offered | connections lost |\n");
        page.append("|---|---|---|---|---|---|---|---|---|---|\n");
        double reference = standings.stream()
                .filter(standing -> standing.contender() == contest.baseline())
                .mapToDouble(standing -> standing.median(LoadResult::deliveredPerSecond))
                .findFirst()
                .orElse(Double.NaN);
        for (Standing standing : standings) {
            boolean raw = standing.contender() == Contender.RAW;
            double delivered = standing.median(LoadResult::deliveredPerSecond);
            row(
                    standing.contender().label(),
                    spread(standing, LoadResult::deliveredPerSecond),
                    Double.isNaN(reference) ? "–" : figure(delivered / reference),
                    raw ? "–" : figure(standing.median(LoadResult::p50Millis)),
                    raw ? "–" : spread(standing, LoadResult::p99Millis),
                    figure(standing.median(LoadResult::cpuMicrosPerMessage)),
                    figure(standing.median(result -> 100 * result.serverCpuSeconds() / result.seconds())) + " %",
                    figure(standing.median(LoadResult::bytesPerSecond) / 1e6),
                    raw ? "–" : figure(standing.rate()),
                    Integer.toString(standing.lost()));
        }
    }

    private void idle(List<Standing> standings) {
        page.append("| | KB of RSS a connection | server's RSS, MB | connections lost |\n|---|---|---|---|\n");
        for (Standing standing : standings) {
            row(
                    standing.contender().label(),
                    spread(standing, LoadResult::rssPerConnectionKb),
                    figure(standing.median(LoadResult::serverRssKb) / 1024),
                    Integer.toString(standing.lost()));
        }
    }

    private void row(String... cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String spread(Standing standing, ToDoubleFunction<LoadResult> value) {
        String median = figure(standing.median(value));
        return standing.rounds().size() == 1
                ? median
                : median + " (" + figure(standing.lowest(value)) + "–" + figure(standing.highest(value)) + ")";
    }

    /** Three significant digits, which is more than a run on a shared machine can promise. */
    public static String figure(double value) {
        double size = Math.abs(value);
        int decimals = size == 0 || size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : 3;
        return String.format(
                Locale.ROOT, "%,." + decimals + "f", BigDecimal.valueOf(value).round(new MathContext(3)));
    }

    /** @param notes text by hand that goes below, such as what limits it; may be empty */
    String text(String notes) {
        return notes.isEmpty() ? page.toString() : page + "\n" + notes;
    }
}
