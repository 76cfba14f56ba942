package dev.liveticker.benchmarks.soak;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is said at the end, as Markdown.
 *
 * @param machine what it ran on, a list
 * @param points each quiet point, and the one after all clients had gone
 * @param problems the first of those there were
 */
record SoakReport(String machine, Setting setting, List<Point> points, Totals totals, List<String> problems) {

    private static final double MEGABYTE = 1 << 20;

    SoakReport {
        points = List.copyOf(points);
        problems = List.copyOf(problems);
    }

    /** What was asked for. */
    record Setting(String date, int minutes, int clients, int desks, int symbols, double quotesPerSecond, long seed) {}

    /**
     * One look.
     *
     * @param when for people
     * @param agreement how it was compared, and what came of it, for people
     */
    record Point(String when, String agreement, List<Vitals> vitals) {

        Point {
            vitals = List.copyOf(vitals);
        }
    }

    /**
     * What happened in all.
     *
     * @param cores how many were busy on average, of how many there are
     */
    record Totals(
            Map<String, Integer> mishaps,
            long messages,
            long reconnects,
            int notifications,
            double busyCores,
            int cores,
            int problems) {

        Totals {
            mishaps = Map.copyOf(mishaps);
        }
    }

    String text() {
        return """
                %s minutes on %s: two nodes and a Redis, %,d clients on mixed transports and %d desktops' feeds, %d symbols \
                with %.0f quotes a second, seed %d.

                %s
                - Mishaps: %s
                - Clients took in %,d messages and %d notifications, and connected again %,d times
                - Nodes, Redis and clients together kept %.1f of %d cores busy
                - %s

                | when | every client compared with both nodes | process | heap | threads | open files | connections | subscriptions |
                |---|---|---|---|---|---|---|---|
                %s%s""".formatted(
                setting.minutes(),
                setting.date(),
                setting.clients(),
                setting.desks(),
                setting.symbols(),
                setting.quotesPerSecond(),
                setting.seed(),
                machine.strip(),
                mishaps(),
                totals.messages(),
                totals.notifications(),
                totals.reconnects(),
                totals.busyCores(),
                totals.cores(),
                totals.problems() == 0
                        ? "Nothing differed, nothing grew, nothing was left behind"
                        : "**Failed**: " + totals.problems() + " problems",
                points.stream().map(SoakReport::rows).collect(Collectors.joining()),
                problems.isEmpty()
                        ? ""
                        : problems.stream().map(each -> "- " + each + "\n").collect(Collectors.joining("", "\n", "")));
    }

    private String mishaps() {
        return totals.mishaps().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> each.getKey() + " " + String.format(Locale.ROOT, "%,d", each.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String rows(Point point) {
        StringBuilder rows = new StringBuilder();
        boolean first = true;
        for (Vitals vitals : point.vitals()) {
            rows.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %.1f MB | %d | %d | %s | %s |%n",
                    first ? point.when() : "",
                    first ? point.agreement() : "",
                    vitals.process(),
                    vitals.heapBytes() / MEGABYTE,
                    vitals.threads(),
                    vitals.files(),
                    !vitals.isNode() ? "" : String.format(Locale.ROOT, "%,d", vitals.connections()),
                    !vitals.isNode() ? "" : String.format(Locale.ROOT, "%,d", vitals.subscriptions())));
            first = false;
        }
        return rows.toString();
    }
}
