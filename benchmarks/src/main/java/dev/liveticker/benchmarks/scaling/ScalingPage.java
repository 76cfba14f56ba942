package dev.liveticker.benchmarks.scaling;

import static dev.liveticker.benchmarks.PerformancePage.figure;

import dev.liveticker.benchmarks.scaling.Measured.Pair;
import dev.liveticker.benchmarks.scaling.Million.Limit;
import java.util.List;
import java.util.Locale;

/** Writes what was measured down for people: Markdown. */
final class ScalingPage {

    private static final long MILLION = 1_000_000;
    private static final String EVERY = "every quote";
    private static final String TWICE = "two a second of each symbol";
    private static final String DEFLATED = "the same, compressed";

    /** Of the simulation: far longer than anything waits where nothing piles up. */
    private static final double SECONDS = 10;

    private final StringBuilder page = new StringBuilder();
    private final String date;
    private final String machine;
    private final Effort effort;
    private final Measured measured;
    private final Takeovers takeovers;

    ScalingPage(String date, String machine, Effort effort, Measured measured, Takeovers takeovers) {
        this.date = date;
        this.machine = machine;
        this.effort = effort;
        this.measured = measured;
        this.takeovers = takeovers;
    }

    String text() {
        page.append("## Measured\n\nWritten on ").append(date).append(".\n\n").append(machine);
        takeovers();
        nodes();
        redis();
        check();
        people();
        million();
        simulation();
        return page.toString();
    }

    private void takeovers() {
        page.append("""

                ### When the market's node is killed

                Two nodes, each as anyone starts it. The one with the market was killed (SIGKILL) %d times, and begun anew each
                time as the other one. From the kill to the next new price at a WebSocket client of the other node:

                | median | at worst | each time, s |
                |---|---|---|
                """.formatted(takeovers.seconds().size()));
        row(
                figure(takeovers.median()) + " s",
                figure(takeovers.worst()) + " s",
                String.join(
                        ", ",
                        takeovers.seconds().stream()
                                .map(each -> String.format(Locale.ROOT, "%.1f", each))
                                .toList()));
    }

    private void nodes() {
        page.append("""

                ### One, two and three nodes

                %s symbols, %s quotes a second; %s clients of each node want all of them. All processes share this machine's
                cores, so nodes do not make it faster: what is looked at is what each of them takes. A share of 100 %% is a core.

                | | delivered a second | market's node | each other node | Redis | entries a second | p99 ms | connections lost |
                |---|---|---|---|---|---|---|---|
                """.formatted(whole(effort.symbols()), whole(effort.quotes()), whole(effort.connections())));
        node("on its own, no cluster", measured.alone());
        for (Round round : measured.loaded()) {
            node(count(round), round);
        }
        node("3 nodes, twice the clients", measured.doubled());
        for (Round round : measured.idle()) {
            node(count(round) + ", no clients", round);
        }
    }

    private static String count(Round round) {
        return round.nodes() == 1 ? "1 node" : round.nodes() + " nodes";
    }

    private void node(String what, Round round) {
        boolean clients = !round.loads().isEmpty();
        boolean cluster = round.entries() > 0;
        row(
                what,
                clients ? figure(round.delivered()) : "0",
                percent(round.leaderCpu()),
                round.nodes() == 1 ? "–" : percent(round.follower().cpu()),
                cluster ? percent(round.redisCpu()) : "–",
                cluster ? figure(round.entries()) : "–",
                clients ? figure(round.worstP99()) : "–",
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
                figure(1e6 * Measured.following(three).cpu()) + " µs of a core, whoever listens");
    }

    private void check() {
        page.append("""

                ### Whether the arithmetic holds

                A node takes what following takes, and so much for each message to a client. So what it takes with twice the
                clients can be foretold from what it takes without and with some. Where all want the same, more of them share a
                write the more there are, and the arithmetic is on the safe side; a million is reckoned from the others:

                | twice as many clients that want | a node should take | it took | more than foretold |
                |---|---|---|---|
                """);
        Round without = measured.idle().getLast();
        check(
                "the same 100 symbols (3 nodes)",
                measured.doubled(),
                measured.loaded().getLast(),
                without);
        check(EVERY, measured.all());
        check(TWICE, measured.conflated());
        check(DEFLATED, measured.deflated());
    }

    private void check(String what, Pair pair) {
        check("20 symbols each, " + what, pair.whole(), pair.half(), measured.following());
    }

    private void check(String what, Round more, Round some, Round without) {
        double expected = Measured.expected(more, some, without).cpu();
        double seen = more.follower().cpu();
        row(what, percent(expected), percent(seen), percent(seen / expected - 1));
    }

    private void people() {
        page.append("""

                ### What a client takes

                Two nodes, %s symbols with %s quotes a second each; %s clients of each node want %s of them each (%s where they want
                two a second). Beside what following takes; the hub is the one thread of a node that decides who gets what:

                | a client that wants | messages a second | CPU µs a message | of it the hub's | bytes a message | KB/s |
                |---|---|---|---|---|---|
                """.formatted(
                        whole(Effort.LISTED),
                        whole(Effort.EACH),
                        whole(effort.people()),
                        whole(Effort.WATCHED),
                        whole(Effort.CONFLATED * effort.people())));
        client(EVERY, measured.all().whole());
        client(TWICE, measured.conflated().whole());
        client(DEFLATED, measured.deflated().whole());
    }

    private void client(String what, Round round) {
        double messages = round.followerDelivered() / round.connections();
        Cost each = Measured.perMessage(round, measured.following());
        row(
                what,
                figure(messages),
                figure(1e6 * each.cpu()),
                figure(1e6 * each.hub()),
                figure(round.bytesPerMessage()),
                figure(messages * round.bytesPerMessage() / 1e3));
    }

    private void million() {
        page.append("""

                ### A million clients, by these figures

                Nodes of %d cores, of which the hub's thread has one, with a link of 10 Gbit/s and at most %s connections;
                cores, the hub's thread, the link and Redis' thread are to be %s full at most. Where the hub's thread is what wants
                so many nodes, several of them share a machine; the cores are those of all.

                | a million that want | messages a second | Gbit/s | nodes by processor | by hub | by network | by connections | limit | cores in all | Redis servers | Redis sends, Gbit/s |
                |---|---|---|---|---|---|---|---|---|---|---|
                """.formatted(Million.CORES, whole(Million.CONNECTIONS), whole(100 * Million.FULL) + " %"));
        million(EVERY, measured.all().whole());
        million(TWICE, measured.conflated().whole());
        million(DEFLATED, measured.deflated().whole());
    }

    private void million(String what, Round round) {
        Million million = measured.million(MILLION, round);
        row(
                what,
                figure(million.messagesInAll()),
                figure(8 * million.bytesInAll() / 1e9),
                Long.toString(million.nodesBy(Limit.PROCESSOR)),
                Long.toString(million.nodesBy(Limit.HUB)),
                Long.toString(million.nodesBy(Limit.NETWORK)),
                Long.toString(million.nodesBy(Limit.CONNECTIONS)),
                million.limit().inWords,
                figure(million.cores()),
                Long.toString(million.shards()),
                figure(8 * million.redisBytesInAll() / 1e9));
    }

    private void simulation() {
        page.append("""

                ### The same million, simulated

                `Simulation` in `benchmarks/` lets %s s pass in such a cluster, entry by entry, which come at random and wait for
                Redis, the hub's thread, the other cores and the link in turn. If the arithmetic is right nothing is much fuller than
                %s and nothing waits for long; with half the nodes something has more to do than it can, and falls behind for good
                (unless it is connections that want so many nodes).

                | a million that want | nodes | Redis full | hub full | other cores full | link full | median ms | p99 ms | with a node less, p99 ms | with half the nodes, behind at the end |
                |---|---|---|---|---|---|---|---|---|---|
                """.formatted(whole(SECONDS), whole(100 * Million.FULL) + " %"));
        simulation(EVERY, measured.all().whole());
        simulation(TWICE, measured.conflated().whole());
        simulation(DEFLATED, measured.deflated().whole());
    }

    private void simulation(String what, Round round) {
        Simulation whole = Simulation.of(measured.million(MILLION, round));
        Simulation.Outcome outcome = whole.run(SECONDS);
        row(
                what,
                Long.toString(whole.nodes()),
                percent(outcome.redis()),
                percent(outcome.hub()),
                percent(outcome.cores()),
                percent(outcome.link()),
                figure(outcome.medianMillis()),
                figure(outcome.p99Millis()),
                figure(whole.withNodes(whole.nodes() - 1).run(SECONDS).p99Millis()),
                figure(whole.withNodes(whole.nodes() / 2).run(SECONDS).behindMillis() / 1e3) + " s");
    }

    /** Of what is no measurement. */
    private static String whole(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    private static String percent(double share) {
        return figure(100 * share) + " %";
    }

    private void row(String... cells) {
        page.append("| ").append(String.join(" | ", List.of(cells))).append(" |\n");
    }
}
