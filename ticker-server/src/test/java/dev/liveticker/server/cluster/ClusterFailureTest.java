package dev.liveticker.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.server.cluster.Entry.Kind;
import dev.liveticker.server.cluster.Standing.Role;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Nodes, lines and Redis fail; nobody counts wrong, and all go on. */
@Timeout(180)
@Execution(ExecutionMode.CONCURRENT)
class ClusterFailureTest extends ClusterFixture {

    @Test
    void another_takes_over_where_the_leader_is_cut_off_and_it_comes_back_as_one_of_many() throws Exception {
        List<ClusterNode> pair = pair();
        ClusterNode old = pair.get(0);
        ClusterNode other = pair.get(1);
        agree(old, other);

        old.relay.cut();
        soon().until(other::leads);
        soon().until(old::isAway);
        soon().until(() -> !old.tally.leads());
        agree(other);
        soon().until(() -> old.role() == Role.CUT_OFF);
        soon().until(() -> !old.tally.serves());
        assertThat(old.cluster.standing().leader()).isNull();
        assertThat(old.cluster.journal().append(Kind.REQUEST, new byte[1])).isCompletedExceptionally();
        assertThat(old.cluster.peers().ask(other.name(), new byte[1])).isCompletedExceptionally();

        old.relay.mend();
        soon().until(old::follows);
        agree(old, other);
        soon().until(old.tally::serves);
        assertThat(old.tally.restored()).as("the log was enough").isZero();
        assertThat(old.cluster.figures().healed()).isPositive();
        assertThat(old.cluster.figures().links()).isGreaterThan(1);
    }

    @Test
    void a_leader_that_was_paused_is_fenced_out() throws Exception {
        List<ClusterNode> pair = pair();
        ClusterNode old = pair.get(0);
        ClusterNode other = pair.get(1);
        agree(old, other);

        // What it sends from now on reaches Redis only after another has the lease.
        old.relay.hold();
        soon().until(other::leads);
        soon().until(() -> !old.tally.leads());
        agree(other);
        old.relay.release();

        soon().until(() -> old.follows() || old.leads());
        agree(old, other);
        oneLeads(old, other);
        assertThat(redis.command("GET", "{tally}:epoch")).contains("first");
    }

    @Test
    void a_follower_that_was_cut_off_heals_what_it_missed() throws Exception {
        List<ClusterNode> pair = pair();
        ClusterNode leader = pair.get(0);
        ClusterNode follower = pair.get(1);

        follower.relay.cut();
        soon().until(() -> follower.role() == Role.LOST);
        assertThat(follower.tally.serves())
                .as("for a while it serves its clients")
                .isTrue();
        agree(leader);
        follower.relay.mend();

        soon().until(follower::follows);
        agree(leader, follower);
        assertThat(follower.cluster.figures().healed()).isPositive();
    }

    @Test
    void one_that_was_away_for_longer_than_the_log_is_kept_takes_up_a_state() throws Exception {
        ClusterNode leader = join(new Tally("first"), 100);
        soon().until(leader::leads);
        ClusterNode follower = join(new Tally("second"), 100);
        soon().until(follower::follows);
        int before = follower.tally.restored();
        long from = follower.tally.counted();

        follower.relay.cut();
        soon().until(() -> leader.tally.counted() > from + 500);
        follower.relay.mend();

        soon().until(() -> follower.tally.restored() > before);
        soon().until(follower::follows);
        agree(leader, follower);
        assertThat(leader.cluster.figures().checkpoints()).isPositive();
    }

    @Test
    void redis_comes_back_with_its_data() throws Exception {
        List<ClusterNode> pair = pair();
        agree(pair.get(0), pair.get(1));

        redis.stop();
        soon().until(() -> pair.stream().allMatch(ClusterNode::isAway));
        oneLeads(pair.get(0), pair.get(1));
        redis.startAgain();

        soon().until(() ->
                pair.stream().anyMatch(ClusterNode::leads) && pair.stream().anyMatch(ClusterNode::follows));
        agree(pair.get(0), pair.get(1));
        assertThat(pair.get(0).tally.epoch()).isEqualTo("first");
        assertThat(pair.get(1).tally.epoch()).isEqualTo("first");
    }

    @Test
    void redis_comes_back_without_its_data_and_the_market_goes_on_under_another_epoch() throws Exception {
        List<ClusterNode> pair = pair();
        agree(pair.get(0), pair.get(1));
        long before = pair.get(0).tally.counted();

        redis.kill();
        redis.startEmpty();

        soon().until(() ->
                pair.stream().anyMatch(ClusterNode::leads) && pair.stream().anyMatch(ClusterNode::follows));
        agree(pair.get(0), pair.get(1));
        assertThat(pair.get(0).tally.epoch())
                .isNotEqualTo("first")
                .isEqualTo(pair.get(1).tally.epoch());
        assertThat(pair.get(0).tally.counted()).isGreaterThanOrEqualTo(before);
        assertThat(pair.get(0).tally.taken()).startsWith("1", "2", "3");
    }

    @Test
    void what_is_deleted_while_all_are_connected_is_noticed() throws Exception {
        List<ClusterNode> pair = pair();
        agree(pair.get(0), pair.get(1));
        redis.command("FLUSHALL");

        soon().until(() -> !pair.get(0).tally.epoch().equals("first")
                && pair.get(0).tally.epoch().equals(pair.get(1).tally.epoch()));
        soon().until(() ->
                pair.stream().anyMatch(ClusterNode::leads) && pair.stream().anyMatch(ClusterNode::follows));

        agree(pair.get(0), pair.get(1));
    }

    @Test
    void a_redis_that_comes_back_with_less_than_its_nodes_have_gets_a_new_log() throws Exception {
        List<ClusterNode> pair = pair();
        agree(pair.get(0), pair.get(1));
        cutBoth(pair);
        redis.command("DECRBY", "{tally}:index", "5");
        pair.forEach(node -> node.relay.mend());

        soon().until(() -> !pair.get(0).tally.epoch().equals("first")
                && pair.get(0).tally.epoch().equals(pair.get(1).tally.epoch()));
        agree(pair.get(0), pair.get(1));
        assertThat(pair.get(0).tally.taken()).startsWith("1", "2", "3");
    }

    @Test
    void nodes_whose_last_entries_were_lost_and_written_anew_by_another_take_up_a_state() throws Exception {
        List<ClusterNode> pair = pair();
        soon().until(() -> pair.get(1).tally.counted() > 100);
        cutBoth(pair);
        long end = Long.parseLong(
                redis.command("GET", "{tally}:index").lines().toList().get(1));
        for (long index = end; index > end - 50; index--) {
            redis.command("XDEL", "{tally}:log", index + "-0");
        }
        redis.command("XSETID", "{tally}:log", (end - 50) + "-0");
        redis.command("SET", "{tally}:index", "" + (end - 50));
        ClusterNode third = join("third");
        soon().until(() -> third.leads() && third.tally.counted() > end);
        List<Integer> before = pair.stream().map(node -> node.tally.restored()).toList();

        pair.forEach(node -> node.relay.mend());

        soon().until(() -> pair.get(0).tally.restored() > before.get(0)
                && pair.get(1).tally.restored() > before.get(1));
        agree(pair.get(0), pair.get(1), third);
        assertThat(third.tally.epoch()).isEqualTo("first");
    }

    private void cutBoth(List<ClusterNode> pair) throws IOException {
        pair.forEach(node -> node.relay.cut());
        soon().until(() -> pair.stream().allMatch(ClusterNode::isAway));
        soon().until(() -> redis.command("EXISTS", "{tally}:lease").equals(":0"));
    }

    @Test
    void a_redis_that_stands_still_is_as_good_as_none() throws Exception {
        List<ClusterNode> pair = pair();
        agree(pair.get(0), pair.get(1));

        redis.freeze();
        soon().until(() -> pair.get(0).role() == Role.CUT_OFF && pair.get(1).role() == Role.CUT_OFF);
        soon().until(() -> pair.stream().noneMatch(node -> node.tally.leads()));
        redis.thaw();

        soon().until(() ->
                pair.stream().anyMatch(ClusterNode::leads) && pair.stream().anyMatch(ClusterNode::follows));
        agree(pair.get(0), pair.get(1));
    }

    @Test
    void what_a_slow_redis_does_not_take_fails_and_is_not_piled_up() throws Exception {
        ClusterNode node = join("first");
        soon().until(node::leads);
        Journal journal = node.cluster.journal();
        redis.freeze();

        List<CompletableFuture<Long>> added = IntStream.range(0, 3 * Appender.MOST)
                .mapToObj(i -> journal.append(Kind.REQUEST, new byte[100]))
                .toList();
        // One more may be being looked at just now.
        assertThat(node.cluster.figures().unanswered()).isLessThanOrEqualTo(Appender.MOST + 1);
        soon().until(() -> added.stream().allMatch(CompletableFuture::isCompletedExceptionally));
        assertThat(node.cluster.figures().refused()).isPositive();
        soon().until(() -> node.cluster.figures().unanswered() == 0);
        redis.thaw();

        soon().until(node::leads);
        agree(node);
    }

    @Test
    void a_node_that_finds_no_redis_starts_once_there_is_one() throws Exception {
        redis.stop();
        ClusterNode node = join("first");
        assertThat(node.role()).isEqualTo(Role.STARTING);
        assertThat(node.cluster.journal().append(Kind.REQUEST, new byte[1])).isCompletedExceptionally();

        redis.startAgain();

        soon().until(node::leads);
        agree(node);
    }

    @Test
    void nodes_that_were_all_away_go_on_with_what_redis_has() throws Exception {
        List<ClusterNode> pair = pair();
        agree(pair.get(0), pair.get(1));
        long counted = pair.get(1).tally.counted();
        pair.get(0).close();
        pair.get(1).close();

        ClusterNode third = join("third");
        soon().until(third::leads);

        agree(third);
        assertThat(third.tally.epoch()).isEqualTo("first");
        assertThat(third.tally.counted()).isGreaterThan(counted);
        assertThat(third.tally.taken()).startsWith("1", "2", "3");
    }
}
