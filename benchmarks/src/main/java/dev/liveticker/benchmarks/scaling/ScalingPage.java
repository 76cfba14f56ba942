package dev.liveticker.benchmarks.scaling;

import static dev.liveticker.benchmarks.PerformancePage.figure;

import java.util.List;

/** Writes what was measured down for people: Markdown. */
final class ScalingPage {

    private static final long MILLION = 1_000_000;

    private final StringBuilder page = new StringBuilder();
    private final String date;
    private final String machine;
    private final Measured measured;

    ScalingPage(String date, String machine, Measured measured) {
        this.date = date;
        this.machine = machine;
        this.measured = measured;
    }

    String text() {
        page.append("## Measured\n\nWritten on ").append(date).append(".\n\n").append(machine);
        nodes();
        redis();
        check();
        people();
        million();
        return page.toString();
    }

    private void nodes() {
        Round alone = measured.alone();
        page.append("""

                ### One, two and three nodes

                %s symbols, %s quotes a second; %s clients of each node want all of them. All processes share this machine's
                cores, so nodes do not make it faster: what is looked at is what each of them takes. A share of 100 %% is a core.

                | | delivered a second | market's node | each other node | Redis | entries a second | p99 ms | connections lost |
                |---|---|---|---|---|---|---|---|
                """.formatted("100", figure(alone.quotes()), figure(alone.connections())));
        node("on its own, no cluster", alone);
        for (Round round : measured.loaded()) {
            node(round.nodes() == 1 ? "1 node" : round.nodes() + " nodes", round);
        }
        node("3 nodes, twice the clients", measured.doubled());
        for (Round round : measured.idle()) {
            node((round.nodes() == 1 ? "1 node" : round.nodes() + " nodes") + ", no clients", round);
        }
    }

    private void node(String what, Round round) {
        row(
                what,
                figure(round.loads().isEmpty() ? 0 : round.delivered()),
                percent(round.leaderCpu()),
                round.nodes() == 1 ? "–" : percent(round.followerCpu()),
                round.entries() == 0 ? "–" : percent(round.redisCpu()),
                round.entries() == 0 ? "–" : figure(round.entries()),
                round.loads().isEmpty() ? "–" : figure(round.worstP99()),
                Integer.toString(round.lost()));
    }

    private void redis() {
        Round three = measured.idle().getLast();
        Line line = measured.redis();
        page.append("""

                ### What Redis costs

                Of each entry of the log: a script that checks the lease, counts, adds to the stream and publishes; then a copy for
                each node. A straight line through one, two and three nodes without clients, at %s entries a second:

                | | |
                |---|---|
                """.formatted(figure(three.entries())));
        row("for an entry", figure(1e6 * line.at0() / three.entries()) + " µs of Redis' thread");
        row("for each node that follows, an entry", figure(1e6 * line.slope() / three.entries()) + " µs more");
        row(
                "sent to each node, an entry",
                figure(three.redisBytes() / three.nodes() / three.entries()) + " bytes, of "
                        + figure(three.quotes() / three.entries()) + " quotes");
        row(
                "a node's own cost of following, a quote",
                figure(1e6 * Measured.following(three)) + " µs of a core, whoever listens");
    }

    private void check() {
        double expected = measured.expectedWhenDoubled();
        double seen = measured.doubled().followerCpu();
        page.append("""

                ### Whether the arithmetic holds

                A node takes what following takes, and so much for each message to a client. From three nodes without clients and
                with some, a node with twice as many should take %s of a core; it took %s (%s off).
                """.formatted(percent(expected), percent(seen), percent(Math.abs(seen - expected) / seen)));
    }

    private void people() {
        page.append("""

                ### What a client takes

                Two nodes, 500 symbols with ten quotes a second each; a client wants 20 of them. Beside what following takes:

                | a client that | messages a second | CPU µs a message | bytes a message | KB/s |
                |---|---|---|---|---|
                """);
        client("wants every quote", measured.all());
        client("wants two a second of each symbol", measured.conflated());
        client("the same, compressed", measured.deflated());
    }

    private void client(String what, Round round) {
        double messages = round.followerDelivered() / round.connections();
        row(
                what,
                figure(messages),
                figure(1e6 * Measured.perMessage(round, measured.following())),
                figure(round.bytesPerMessage()),
                figure(messages * round.bytesPerMessage() / 1e3));
    }

    private void million() {
        page.append("""

                ### A million clients, by these figures

                Nodes of %d cores that may be %s full, with a link of 10 Gbit/s that may be as full, and at most %s connections;
                Redis' thread %s full at most.

                | a million that | messages a second | Gbit/s | nodes by processor | by network | by connections | limit | Redis servers | Redis sends, Gbit/s |
                |---|---|---|---|---|---|---|---|---|
                """.formatted(
                Million.CORES, percent(Million.FULL), figure(Million.CONNECTIONS), percent(Million.REDIS_FULL)));
        million("want every quote", measured.all());
        million("want two a second of each symbol", measured.conflated());
        million("the same, compressed", measured.deflated());
    }

    private void million(String what, Round round) {
        Million million = measured.million(MILLION, round);
        row(
                what,
                figure(million.messagesInAll()),
                figure(8 * million.bytesInAll() / 1e9),
                Long.toString(million.nodesByCpu()),
                Long.toString(million.nodesByLink()),
                Long.toString(million.nodesByConnections()),
                million.limit(),
                Long.toString(million.shards()),
                figure(8 * million.redisBytes() / 1e9));
    }

    private static String percent(double share) {
        return figure(100 * share) + " %";
    }

    private void row(String... cells) {
        page.append("| ").append(String.join(" | ", List.of(cells))).append(" |\n");
    }
}
