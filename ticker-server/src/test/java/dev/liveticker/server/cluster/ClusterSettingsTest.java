package dev.liveticker.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterSettingsTest {

    private static final URI REDIS = URI.create("redis://127.0.0.1:6379");

    @ParameterizedTest
    @ValueSource(strings = {"redis://127.0.0.1", "redis://127.0.0.1:6380/2", "rediss://name:secret@redis.example:6380"})
    void an_address_of_redis_is_taken(String address) {
        assertThat(ClusterSettings.of(URI.create(address)).redis()).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:6379", "127.0.0.1", "redis:6379", "redis:///2"})
    void another_address_is_refused_with_what_it_should_be(String address) {
        assertThatThrownBy(() -> ClusterSettings.of(URI.create(address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("redis://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Name", "a b", "a{b}", "12345678901234567890123456789012345678901"})
    void a_name_that_is_none_is_refused(String name) {
        ClusterSettings usual = ClusterSettings.of(REDIS);

        assertThatThrownBy(() -> usual.withName(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_name_keeps_the_rest() {
        assertThat(ClusterSettings.of(REDIS).withName("other-2").name()).isEqualTo("other-2");
        assertThat(ClusterSettings.of(REDIS).withName("other-2").lease()).isEqualTo(Duration.ofSeconds(3));
        Path file = Path.of("ca.pem");
        assertThat(ClusterSettings.of(URI.create("rediss://h"))
                        .withAuthorities(file)
                        .withName("other-2")
                        .authorities())
                .isEqualTo(file);
    }

    @Test
    void times_and_numbers_out_of_range_are_refused() {
        Duration second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new ClusterSettings(REDIS, "a", Duration.ofMillis(199), second, 100))
                .hasMessageContaining("lease");
        assertThatThrownBy(() -> new ClusterSettings(REDIS, "a", second, Duration.ZERO, 100))
                .hasMessageContaining("patience");
        assertThatThrownBy(() -> new ClusterSettings(REDIS, "a", second, second, 99))
                .hasMessageContaining("entries");
        assertThatThrownBy(() -> ClusterSettings.of(REDIS).withAuthorities(Path.of("ca.pem")))
                .hasMessageContaining("TLS");
    }

    @Test
    void no_password_is_shown() {
        ClusterSettings settings = ClusterSettings.of(URI.create("rediss://name:secret@redis.example:6380/1"));

        assertThat(settings.toString()).contains("redis.example:6380").doesNotContain("secret");
    }
}
