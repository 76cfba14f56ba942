package dev.liveticker.benchmarks.scaling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How much is measured, and for how long.
 *
 * @param symbols of the rounds that compare numbers of nodes
 * @param quotes a second in their market
 * @param connections to each of their nodes
 * @param people clients of each node in the rounds that are like what a person watches: {@link #WATCHED} of
 *     {@link #LISTED} symbols, {@link #EACH} quotes a second of each
 * @param young until a new node's JVM has compiled what runs hot
 * @param warmUp until new clients are all served
 * @param window that is measured
 * @param kills of the market's node
 */
record Effort(
        int symbols,
        int quotes,
        int connections,
        int people,
        Duration young,
        Duration warmUp,
        Duration window,
        int kills) {

    static final int WATCHED = 20;
    static final int LISTED = 500;
    static final int EACH = 10;
    static final int CONFLATED = 4;

    /** What the page is made of: as much as two cores can carry, with the clients, and twice the clients as well. */
    static Effort whole() {
        return new Effort(
                100, 1_000, 30, 200, Duration.ofSeconds(40), Duration.ofSeconds(8), Duration.ofSeconds(10), 10);
    }

    /** To see whether all of it works; its figures are worth nothing. */
    static Effort quick() {
        return new Effort(20, 400, 10, 20, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), 2);
    }

    /** Clients that want all the same. */
    Load same(int times) {
        return Load.same(times * connections, symbols);
    }

    /** Clients of which each wants something else. */
    Load each() {
        return new Load(people, wants());
    }

    /** So many times as many that want each symbol twice a second: of fewer, what they take is lost in the noise. */
    Load conflated(String... more) {
        List<String> wants = new ArrayList<>(wants());
        wants.addAll(List.of("--max-rate", "2"));
        wants.addAll(List.of(more));
        return new Load(CONFLATED * people, wants);
    }

    private static List<String> wants() {
        return List.of("--distinct", WATCHED + "/" + LISTED);
    }
}
