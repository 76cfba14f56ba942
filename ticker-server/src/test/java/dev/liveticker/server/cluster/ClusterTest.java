package dev.liveticker.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.liveticker.server.cluster.Entry.Kind;
import dev.liveticker.server.cluster.Standing.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What nodes do for each other while nothing goes wrong. */
@Timeout(180)
@Execution(ExecutionMode.CONCURRENT)
class ClusterTest extends ClusterFixture {

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void the_first_node_begins_the_log_under_its_own_epoch_and_runs_the_market() throws Exception {
        ClusterNode first = join("first");

        soon().until(first::leads);
        agree(first);

        assertThat(first.tally.epoch()).isEqualTo("first");
        assertThat(first.tally.restored()).isZero();
        Standing standing = first.cluster.standing();
        assertThat(standing.node()).isEqualTo(first.name()).matches("[0-9a-f]{8}");
        assertThat(standing.leader()).isEqualTo(first.name());
        assertThat(standing.epoch()).isEqualTo("first");
        assertThat(standing.index()).isPositive();
        assertThat(first.tally.serves()).isTrue();
    }

    @Test
    void nodes_that_come_later_take_up_the_state_and_follow() throws Exception {
        List<ClusterNode> pair = pair();
        ClusterNode third = join("third");
        soon().until(third::follows);

        agree(pair.get(0), pair.get(1), third);

        assertThat(third.tally.epoch()).isEqualTo("first");
        assertThat(third.cluster.standing().leader())
                .isIn(pair.get(0).name(), pair.get(1).name(), third.name());
        assertThat(third.cluster.figures().restored()).isPositive();
        assertThat(third.cluster.figures().roundTrip()).isPositive();
    }

    @Test
    void nodes_that_come_at_once_agree_on_one_log() throws Exception {
        ClusterNode one = join("one");
        ClusterNode two = join("two");
        ClusterNode three = join("three");

        soon().until(() -> List.of(one, two, three).stream().allMatch(node -> node.leads() || node.follows()));
        agree(one, two, three);

        soon().untilAsserted(() -> oneLeads(one, two, three));
        assertThat(two.tally.epoch()).isEqualTo(one.tally.epoch());
        assertThat(three.tally.epoch()).isEqualTo(one.tally.epoch());
    }

    @Test
    void what_users_ask_for_anywhere_comes_to_every_node_in_one_order() throws Exception {
        List<ClusterNode> pair = pair();
        List<CompletableFuture<Long>> added = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            added.add(pair.get(i % 2).cluster.journal().append(Kind.REQUEST, bytes(i % 2 + "-" + i)));
        }
        for (CompletableFuture<Long> each : added) {
            assertThat(each.get(60, TimeUnit.SECONDS)).isPositive();
        }

        agree(pair.get(0), pair.get(1));

        for (int node = 0; node < 2; node++) {
            String prefix = node + "-";
            int number = node;
            assertThat(pair.get(1).tally.taken().stream().filter(text -> text.startsWith(prefix)))
                    .containsExactlyElementsOf(IntStream.range(0, 100)
                            .mapToObj(i -> prefix + (2 * i + number))
                            .toList());
        }
    }

    @Test
    void a_node_that_does_not_run_the_market_cannot_add_to_it() throws Exception {
        List<ClusterNode> pair = pair();

        assertThatThrownBy(() -> pair.get(1)
                        .cluster
                        .journal()
                        .append(Kind.MARKET, bytes("1"))
                        .get(60, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(FencedException.class);
    }

    @Test
    void a_node_that_leaves_gives_the_market_to_another_at_once() throws Exception {
        List<ClusterNode> pair = pair();
        agree(pair.get(0), pair.get(1));
        Journal old = pair.getFirst().tally.terms().getFirst();

        pair.getFirst().cluster.close();
        pair.getFirst().cluster.close();

        soon().until(pair.get(1)::leads);
        assertThat(pair.getFirst().tally.leads()).isFalse();
        assertThat(old.append(Kind.MARKET, bytes("1"))).isCompletedExceptionally();
        agree(pair.get(1));
    }

    @Test
    void a_state_that_does_not_fit_leaves_a_node_starting_and_the_others_as_they_are() throws Exception {
        ClusterNode first = join("first");
        soon().until(first::leads);
        ClusterNode other = join(new Tally("other", "another market"), 50_000);
        soon().until(() ->
                other.cluster.figures().links() > 0 && other.cluster.standing().leader() != null);

        soon().during(Duration.ofMillis(500)).until(() -> other.role() == Role.STARTING);
        agree(first);

        assertThat(other.tally.everServed()).isFalse();
        assertThat(first.leads()).isTrue();
    }

    @Test
    void one_that_cannot_take_an_entry_in_does_not_take_up_one_state_after_another() throws Exception {
        List<ClusterNode> pair = pair();
        ClusterNode other = pair.get(1);
        other.tally.refuse("new");
        long before = System.nanoTime();
        int restored = other.tally.restored();

        pair.getFirst().cluster.journal().append(Kind.REQUEST, bytes("new")).get(60, TimeUnit.SECONDS);

        soon().until(other::isAway);
        // A state leads to the entry again; ten seconds pass before each.
        soon().during(Duration.ofSeconds(3))
                .until(() -> other.tally.restored() - restored
                        <= Duration.ofNanos(System.nanoTime() - before).toSeconds() / 10);
        agree(pair.getFirst());
    }

    @Test
    void nodes_answer_each_other() throws Exception {
        List<ClusterNode> pair = pair();
        Peers asking = pair.get(0).cluster.peers();
        Peers asked = pair.get(1).cluster.peers();
        asked.answering(question -> CompletableFuture.completedFuture(bytes("re: " + text(question))));

        List<CompletableFuture<Optional<byte[]>>> answers = IntStream.range(0, 50)
                .mapToObj(i -> asking.ask(asked.self(), bytes("question " + i)))
                .toList();

        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).get(60, TimeUnit.SECONDS).map(ClusterTest::text))
                    .contains("re: question " + i);
        }
    }

    @Test
    void a_node_that_is_none_or_says_nothing_gives_no_answer() throws Exception {
        List<ClusterNode> pair = pair();
        Peers asking = pair.get(0).cluster.peers();
        Peers asked = pair.get(1).cluster.peers();
        assertThat(asking.ask("ffffffff", bytes("?")).get(60, TimeUnit.SECONDS)).isEmpty();
        assertThat(asking.ask(asked.self(), bytes("?")).get(60, TimeUnit.SECONDS))
                .isEmpty();
        asked.answering(question -> {
            throw new IllegalStateException("no");
        });
        assertThat(asking.ask(asked.self(), bytes("?")).get(60, TimeUnit.SECONDS))
                .isEmpty();
    }
}
