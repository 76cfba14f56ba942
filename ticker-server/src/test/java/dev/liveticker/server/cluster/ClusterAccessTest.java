package dev.liveticker.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A Redis that does not let everybody in. */
@Timeout(180)
class ClusterAccessTest {

    private static final Pattern WRONG_PASSWORDS = Pattern.compile("errorstat_WRONGPASS:count=([0-9]+)");

    private static ClusterSettings settings(RedisServer redis, String who) {
        return ClusterNode.settings(URI.create("redis://" + who + "127.0.0.1:" + redis.port() + "/3"), 1_000);
    }

    /** How many passwords it has taken for wrong. */
    private static int refusals(RedisServer redis) throws IOException {
        String errors = redis.command("AUTH secret\r\nINFO errorstats");
        Matcher count = WRONG_PASSWORDS.matcher(errors);
        return count.find() ? Integer.parseInt(count.group(1)) : 0;
    }

    @Test
    void a_password_and_a_database_are_given_to_redis() throws Exception {
        try (RedisServer redis = RedisServer.start("--requirepass", "secret");
                Tally tally = new Tally("first");
                Cluster cluster = Cluster.connect(settings(redis, ":secret@"))) {
            cluster.start(tally);

            ClusterFixture.soon().until(tally::leads);
            ClusterFixture.soon().until(() -> tally.counted() > 5);
            assertThat(cluster.figures().links()).isEqualTo(1);
        }
    }

    @Test
    void who_has_the_wrong_password_stays_outside_and_goes_on_trying() throws Exception {
        try (RedisServer redis = RedisServer.start("--requirepass", "secret");
                Tally tally = new Tally("first");
                Cluster cluster = Cluster.connect(settings(redis, ":wrong@"))) {
            cluster.start(tally);

            ClusterFixture.soon().until(() -> refusals(redis) > 2);
            assertThat(cluster.standing().role()).isEqualTo(Standing.Role.STARTING);
            assertThat(cluster.figures().links()).isZero();
            assertThat(tally.everServed()).isFalse();
        }
    }
}
