package dev.liveticker.feed.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailuresTest {

    /** OkHttp ends a call that takes too long as a whole with an exception that is no timeout of the socket. */
    @Test
    void what_took_too_long_is_told_for_that_whoever_noticed() {
        for (IOException slow :
                List.of(new SocketTimeoutException("Read timed out"), new InterruptedIOException("timeout"))) {
            assertThat(Failures.loss(slow, URI.create("http://h.example:8080")).why())
                    .isEqualTo("h.example:8080 does not answer in time");
        }
    }
}
