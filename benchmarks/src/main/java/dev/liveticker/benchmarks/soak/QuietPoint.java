package dev.liveticker.benchmarks.soak;

import dev.liveticker.benchmarks.scaling.Patience;
import dev.liveticker.message.Quote;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A moment at which nothing happens: mishaps are over, and trading in everything is halted. Then all must agree.
 *
 * @param folder where what helps to understand a failure is left
 */
record QuietPoint(Cluster cluster, Crowd crowd, List<Symbol> symbols, Chronicle chronicle, Path folder) {

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration AGREEMENT = Duration.ofSeconds(150);
    private static final String HALT_ALL = "{\"kind\":\"halt\",\"seconds\":900,\"symbols\":[\"*\"]}";
    private static final int MOST_TOLD = 20;

    /**
     * What came of it.
     *
     * @param seconds it took until all agreed
     * @param differences the first that were left; empty if all agreed
     * @param vitals of the nodes and of the clients
     */
    record Outcome(double seconds, List<String> differences, List<Vitals> vitals) {

        Outcome {
            differences = List.copyOf(differences);
            vitals = List.copyOf(vitals);
        }
    }

    /** Brings quiet about, looks, and lets the market go on. */
    Outcome look(int number) throws IOException {
        for (NodeQuestions node : cluster.questions()) {
            node.endFaults();
        }
        int leader = cluster.leader();
        stillHalted();
        cluster.questions(leader).beginFault(HALT_ALL);
        long begin = System.nanoTime();
        try {
            List<String> differences = agree(begin);
            double seconds = (System.nanoTime() - begin) / 1e9;
            differences.forEach(what -> chronicle.problem("at quiet point " + number + ": " + what));
            List<Vitals> vitals = vitals(number);
            return new Outcome(seconds, differences, vitals);
        } finally {
            cluster.questions(leader).endFaults();
        }
    }

    /** A halt that somebody asked for is over when its time is, whichever node runs the market by then. */
    private void stillHalted() throws IOException {
        long deadline = System.nanoTime() + AGREEMENT.toNanos();
        List<Symbol> halted = halted();
        while (!halted.isEmpty() && System.nanoTime() < deadline) {
            Patience.pass(LOOK);
            halted = halted();
        }
        if (!halted.isEmpty()) {
            chronicle.problem("still halted with all faults over: " + halted);
        }
    }

    private List<Symbol> halted() throws IOException {
        List<Symbol> halted = new ArrayList<>();
        for (Quote quote : Truth.quotes(cluster.questions(Cluster.ELDER)).values()) {
            if (quote.status() != TradingStatus.OPEN) {
                halted.add(quote.symbol());
            }
        }
        return halted;
    }

    private List<String> agree(long begin) throws IOException {
        List<String> differences = differences();
        while (!differences.isEmpty() && System.nanoTime() - begin < AGREEMENT.toNanos()) {
            chronicle.note("not yet: " + differences.size() + ", such as " + differences.getFirst());
            Patience.pass(LOOK);
            differences = differences();
        }
        return differences.subList(0, Math.min(MOST_TOLD, differences.size()));
    }

    /** What is not as it should be yet; empty once all is. */
    private List<String> differences() throws IOException {
        Map<Symbol, String> before = shown(Truth.quotes(cluster.questions(Cluster.ELDER)));
        Truth elder = Truth.of(cluster.questions(Cluster.ELDER), symbols);
        Truth younger = Truth.of(cluster.questions(Cluster.YOUNGER), symbols);
        if (!before.equals(shown(elder.quotes()))) {
            return List.of("the market moves on");
        }
        Optional<String> apart = elder.difference(younger);
        if (apart.isPresent()) {
            return List.of(apart.get());
        }
        List<String> differences = new ArrayList<>(crowd.differences(elder));
        if (differences.isEmpty()) {
            counts(differences);
        }
        if (differences.isEmpty()) {
            alerts(differences);
        }
        return differences;
    }

    private static Map<Symbol, String> shown(Map<Symbol, Quote> quotes) {
        Map<Symbol, String> shown = new HashMap<>();
        quotes.forEach((symbol, quote) -> shown.put(symbol, Shown.quote(quote)));
        return shown;
    }

    /** That nodes know of nobody who is not there, and that what users were told of is done with. */
    private void counts(List<String> differences) throws IOException {
        long streaming = 0;
        for (NodeQuestions node : cluster.questions()) {
            Scrape metrics = node.metrics();
            long polling = metrics.sum("live_ticker_connections", "transport=\"polling\"");
            streaming += metrics.sum("live_ticker_connections") - polling;
            long pending = metrics.sum("live_ticker_notifications_pending");
            if (pending > 0) {
                differences.add(pending + " notifications are not acknowledged");
            }
        }
        if (streaming != crowd.streaming()) {
            differences.add("the nodes count " + streaming + " streams, and there are " + crowd.streaming());
        }
    }

    private void alerts(List<String> differences) throws IOException {
        for (Desk desk : crowd.desks()) {
            for (int node = 0; node < cluster.count(); node++) {
                Set<String> there =
                        AlertsAsked.at(cluster.address(node), crowd.passes().lasting(desk.name()));
                Set<String> shown = desk.alerts().shown();
                if (!there.equals(shown)) {
                    differences.add(desk.name() + " shows the alerts " + shown + ", not " + there);
                }
            }
        }
    }

    /** Of the nodes, and of the process with all clients in it. */
    List<Vitals> vitals(int number) throws IOException {
        List<Vitals> vitals = new ArrayList<>();
        for (int node = 0; node < cluster.count(); node++) {
            String name = node == Cluster.ELDER ? "elder node" : "younger node";
            Path histogram = folder.resolve("heap-" + number + "-node-" + node + ".txt");
            vitals.add(Vitals.of(name, cluster.node(node).pid(), cluster.questions(node), histogram));
        }
        vitals.add(Vitals.ofClients(folder.resolve("heap-" + number + "-clients.txt")));
        return vitals;
    }
}
