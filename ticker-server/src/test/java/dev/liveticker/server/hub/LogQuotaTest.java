package dev.liveticker.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LogQuotaTest {

    private long nanos;
    private final LogQuota quota = new LogQuota(3, 10, () -> nanos);

    @Test
    void a_burst_is_let_through_and_the_rest_is_counted() {
        for (int i = 0; i < 3; i++) {
            assertThat(quota.take()).isZero();
        }
        for (int i = 0; i < 50; i++) {
            assertThat(quota.take()).isNegative();
        }
        nanos += Duration.ofMillis(100).toNanos();
        assertThat(quota.take()).isEqualTo(50);
        assertThat(quota.take()).isNegative();
    }

    @Test
    void a_long_silence_earns_no_more_than_the_burst() {
        nanos += Duration.ofDays(1).toNanos();
        for (int i = 0; i < 3; i++) {
            assertThat(quota.take()).isZero();
        }
        assertThat(quota.take()).isNegative();
    }
}
