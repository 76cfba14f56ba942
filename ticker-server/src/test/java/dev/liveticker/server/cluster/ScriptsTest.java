package dev.liveticker.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.server.cluster.Entry.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Redis lets nodes do, asked of a real one step by step. */
@Timeout(180)
class ScriptsTest {

    private static final int LEASE_MILLIS = 30_000;
    private static final byte[] FORM = LogEntry.form(Kind.MARKET, "e", Instant.EPOCH, new byte[] {1});

    private static RedisServer server;
    private static Redis redis;

    private final Keys keys = new Keys("scripts");
    private Link link;

    @BeforeAll
    static void start() throws Exception {
        server = RedisServer.start();
        redis = new Redis(ClusterSettings.of(server.uri()), Duration.ofSeconds(10));
    }

    @AfterAll
    static void stop() throws Exception {
        if (redis != null) {
            redis.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void connect() throws Exception {
        server.command("FLUSHALL");
        link = redis.connect(keys, "0000000a", new Link.Events() {
                    @Override
                    public void heard(Link from, byte[] channel, byte[] message) {}

                    @Override
                    public void ended(Link over) {}
                })
                .get(60, TimeUnit.SECONDS);
    }

    @AfterEach
    void disconnect() {
        link.close();
    }

    private Glance tick(String node, String held, long millis, String epoch, boolean want) throws Exception {
        return Glance.of(link.ask(
                        Script.TICK,
                        Link.bytes(node),
                        Link.bytes(held),
                        Link.bytes(millis),
                        Link.bytes(epoch),
                        Link.bytes(want ? "1" : "0"))
                .get(60, TimeUnit.SECONDS));
    }

    private long append(String lease, long number, String epoch) throws Exception {
        return link.tell(
                        Script.APPEND,
                        keys.entries(),
                        Link.bytes(lease),
                        Link.bytes(number),
                        Link.bytes(epoch),
                        Link.bytes(1_000),
                        FORM)
                .get(60, TimeUnit.SECONDS);
    }

    private long found(String lease, String replaced, String epoch, long index, String body) throws Exception {
        return link.carry(
                        Script.FOUND,
                        Link.bytes(lease),
                        Link.bytes(replaced),
                        Link.bytes(epoch),
                        Link.bytes(index),
                        Link.bytes(body))
                .get(60, TimeUnit.SECONDS);
    }

    private long store(String lease, String epoch, long index, String body) throws Exception {
        return link.carry(Script.STORE, Link.bytes(lease), Link.bytes(epoch), Link.bytes(index), Link.bytes(body))
                .get(60, TimeUnit.SECONDS);
    }

    private Survey survey() throws Exception {
        return Survey.of(link.ask(Script.SURVEY).get(60, TimeUnit.SECONDS));
    }

    private String leader(String node, long millis) throws Exception {
        Glance glance = tick(node, "", millis, "", true);
        assertThat(glance.taken()).isTrue();
        return glance.lease();
    }

    @Test
    void an_empty_redis_says_that_there_is_nothing() throws Exception {
        assertThat(tick("a", "", LEASE_MILLIS, "", false)).isEqualTo(new Glance(null, -2, null, 0, false));
        assertThat(survey()).isEqualTo(new Survey(null, 0, 0, null, null));
    }

    @Test
    void a_lease_is_one_node_s_and_no_other_gets_it_until_it_has_run_out() throws Exception {
        String lease = leader("a", 2_000);
        assertThat(lease).isEqualTo("a:1");
        assertThat(tick("b", "", LEASE_MILLIS, "", true).leader()).isEqualTo("a");

        Glance other = await().atMost(Duration.ofSeconds(60))
                .until(() -> tick("b", "", LEASE_MILLIS, "", true), Glance::taken);

        assertThat(other.lease()).isEqualTo("b:2");
        assertThat(tick("a", lease, LEASE_MILLIS, "", false).leader()).isEqualTo("b");
    }

    @Test
    void a_lease_is_renewed_by_who_has_it_alone() throws Exception {
        String lease = leader("a", 5_000);

        assertThat(tick("b", "b:9", LEASE_MILLIS, "", false).left()).isLessThanOrEqualTo(5_000);
        assertThat(tick("a", lease, LEASE_MILLIS, "", false).left()).isGreaterThan(5_000);
    }

    @Test
    void a_node_that_has_forgotten_its_lease_gets_another_token() throws Exception {
        String lease = leader("a", LEASE_MILLIS);
        found(lease, "", "e", 0, "state");

        Glance again = tick("a", "", LEASE_MILLIS, "e", true);

        assertThat(again.lease()).isEqualTo("a:2");
        assertThat(append(lease, 1, "e")).as("sent under the old one").isEqualTo(-1);
        assertThat(append("a:2", 1, "e")).isEqualTo(1);
    }

    @Test
    void no_lease_is_given_to_who_knows_of_another_log() throws Exception {
        String lease = leader("a", LEASE_MILLIS);
        found(lease, "", "e", 0, "state");
        link.tell(Script.RELEASE, Link.bytes(lease), keys.free()).get(60, TimeUnit.SECONDS);

        assertThat(tick("b", "", LEASE_MILLIS, "old", true).taken()).isFalse();
        assertThat(tick("b", "", LEASE_MILLIS, "", true).taken()).isFalse();
        assertThat(tick("b", "", LEASE_MILLIS, "e", true).taken()).isTrue();
    }

    @Test
    void an_entry_of_the_market_is_added_under_the_lease_alone_and_none_is_left_out() throws Exception {
        String lease = leader("a", LEASE_MILLIS);
        assertThat(append(lease, 1, "e")).as("no log yet").isEqualTo(-2);
        found(lease, "", "e", 41, "state");
        String renewed = tick("a", "", LEASE_MILLIS, "e", true).lease();

        assertThat(append("b:1", 1, "e")).isEqualTo(-1);
        assertThat(append(renewed, 1, "other")).isEqualTo(-2);
        assertThat(append(renewed, 1, "e")).isEqualTo(42);
        assertThat(append(renewed, 2, "e")).isEqualTo(43);
        assertThat(append(renewed, 4, "e")).as("the third was left out").isEqualTo(-3);
        assertThat(append(renewed, 5, "e")).isEqualTo(-3);
        assertThat(append("", 0, "e")).as("what any node may add").isEqualTo(44);
        List<LogEntry> log = link.read(1, 10).get(60, TimeUnit.SECONDS);
        assertThat(log).extracting(LogEntry::index).containsExactly(42L, 43L, 44L);
        assertThat(log).allSatisfy(entry -> assertThat(entry.form()).isEqualTo(FORM));
    }

    @Test
    void two_states_are_kept_by_who_has_the_lease() throws Exception {
        String lease = leader("a", LEASE_MILLIS);
        found(lease, "", "e", 10, "first");
        append(lease, 1, "e");
        assertThat(survey()).isEqualTo(new Survey("e", 11, 11, new Survey.Kept("e", 10), null));

        assertThat(store("b:1", "e", 11, "b's")).isZero();
        assertThat(store(lease, "other", 11, "other's")).isZero();
        assertThat(store(lease, "e", 11, "second")).isEqualTo(1);
        assertThat(survey().older()).isEqualTo(new Survey.Kept("e", 10));
        assertThat(store(lease, "e", 12, "third")).isEqualTo(1);

        assertThat(survey().newest()).isEqualTo(new Survey.Kept("e", 12));
        assertThat(survey().older()).isEqualTo(new Survey.Kept("e", 11));
        List<byte[]> older = link.fields(keys.olderState(), "index", "body").get(60, TimeUnit.SECONDS);
        assertThat(new String(older.get(1), StandardCharsets.UTF_8)).isEqualTo("second");
    }

    @Test
    void a_log_replaces_only_the_one_that_it_was_to_replace() throws Exception {
        String lease = leader("a", LEASE_MILLIS);
        assertThat(found("b:1", "", "e", 0, "b's")).isZero();
        assertThat(found(lease, "", "e", 7, "first")).isEqualTo(1);
        append(lease, 1, "e");

        assertThat(found(lease, "", "f", 7, "late")).isZero();
        assertThat(found(lease, "other", "f", 7, "wrong")).isZero();
        assertThat(found(lease, "e", "f", 9, "second")).isEqualTo(1);

        assertThat(survey()).isEqualTo(new Survey("f", 9, 0, new Survey.Kept("f", 9), null));
    }

    @Test
    void a_lease_is_given_back_by_who_has_it_alone() throws Exception {
        String lease = leader("a", LEASE_MILLIS);

        assertThat(link.tell(Script.RELEASE, Link.bytes("b:1"), keys.free()).get(60, TimeUnit.SECONDS))
                .isZero();
        assertThat(link.tell(Script.RELEASE, Link.bytes(lease), keys.free()).get(60, TimeUnit.SECONDS))
                .isEqualTo(1);
        assertThat(tick("b", "", LEASE_MILLIS, "", true).lease()).isEqualTo("b:2");
    }
}
