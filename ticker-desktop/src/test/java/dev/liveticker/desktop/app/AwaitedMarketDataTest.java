package dev.liveticker.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.liveticker.desktop.fake.FakeMarketData;
import dev.liveticker.model.Instrument;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AwaitedMarketDataTest {

    private final AwaitedMarketData awaited = new AwaitedMarketData();
    private final FakeMarketData server = new FakeMarketData();

    @Test
    void what_is_asked_before_anybody_knows_of_a_server_is_answered_too() {
        server.answerAtOnce();
        CompletableFuture<List<Instrument>> answer = awaited.instruments("");

        awaited.await();
        awaited.arrive(server);

        assertThat(answer.join()).isNotEmpty();
    }

    @Test
    void after_one_server_asks_wait_for_the_next() {
        server.answerAtOnce();
        awaited.arrive(new FakeMarketData());
        awaited.await();
        CompletableFuture<List<Instrument>> answer = awaited.instruments("");
        assertThat(answer).isNotDone();

        awaited.arrive(server);

        assertThat(answer.join()).isNotEmpty();
    }

    @Test
    void a_server_that_fails_to_start_is_told_to_those_who_wait_and_not_to_those_who_ask_later() {
        CompletableFuture<List<Instrument>> early = awaited.instruments("");

        awaited.fail(new IOException("no port"));

        assertThatThrownBy(early::join).hasRootCauseMessage("no port");
        assertThat(awaited.instruments("")).isNotDone();
    }
}
