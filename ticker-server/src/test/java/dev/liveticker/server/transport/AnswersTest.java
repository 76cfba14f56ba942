package dev.liveticker.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.server.limit.ByteBudget;
import dev.liveticker.server.limit.LimitSettings;
import dev.liveticker.server.limit.Limits;
import io.undertow.Undertow;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    gzip                 | true
                    deflate, GZIP        | true
                    gzip;q=0.5           | true
                    gzip;q=0             | false
                    gzip; q=0.000        | false
                    br                   | false
                    x-gzipped            | false
                    """)
    void gzip_is_used_only_where_it_is_taken(String header, boolean taken) {
        HeaderMap headers = new HeaderMap().put(Headers.ACCEPT_ENCODING, header);
        assertThat(Answers.takesGzip(headers.get(Headers.ACCEPT_ENCODING))).isEqualTo(taken);
    }

    @Test
    void gzip_is_not_used_where_nothing_is_said() {
        assertThat(Answers.takesGzip(null)).isFalse();
    }

    @Test
    void an_answer_that_comes_too_late_holds_no_memory() throws Exception {
        ByteBudget budget = new Limits(LimitSettings.defaults(), _ -> false, System::nanoTime).answers();
        CompletableFuture<Long> held = new CompletableFuture<>();
        Undertow undertow = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setHandler(exchange -> {
                    Answers.hold(exchange, budget);
                    exchange.endExchange();
                    try {
                        Answers.json(exchange, "x".repeat(5_000));
                        held.completeExceptionally(new AssertionError("an answer after the end"));
                    } catch (IllegalStateException e) {
                        held.complete(budget.held());
                    }
                })
                .build();
        undertow.start();
        try (Socket client = new Socket()) {
            client.connect(undertow.getListenerInfo().getFirst().getAddress());
            client.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(held.get(60, TimeUnit.SECONDS)).isZero();
        } finally {
            undertow.stop();
        }
    }
}
