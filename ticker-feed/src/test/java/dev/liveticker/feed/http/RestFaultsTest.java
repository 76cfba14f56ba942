package dev.liveticker.feed.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.liveticker.feed.FaultRequest;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.ScriptedServer;
import dev.liveticker.feed.SimulatedFault;
import dev.liveticker.feed.TokenSource;
import dev.liveticker.model.FaultKind;
import dev.liveticker.model.Symbol;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RestFaultsTest {

    private static final Symbol AAPL = Symbol.of("AAPL");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClients http = new HttpClients(threads);

    @AfterEach
    void end() {
        http.close();
        threads.shutdown();
    }

    private RestFaults faults(ScriptedServer server) {
        FeedSettings settings = new FeedSettings(server.address(), null, false, true, TokenSource.of("abc"), null);
        return new RestFaults(new RestCalls(http, settings));
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(60, TimeUnit.SECONDS);
    }

    @Test
    void a_fault_is_asked_for_without_what_is_left_to_the_server() throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, peer) -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).isEqualTo("/v1/faults");
            assertThat(request.header("Authorization")).isEqualTo("Bearer abc");
            assertThat(request.header("Content-Type")).startsWith("application/json");
            assertThat(request.body()).isEqualTo("{\"kind\":\"halt\",\"seconds\":30,\"symbols\":[\"AAPL\"]}");
            peer.json(
                    "{\"faults\":[{\"kind\":\"halt\",\"seconds\":30,\"remainingSeconds\":29,\"symbols\":[\"AAPL\"]}]}");
        })) {
            FaultRequest halt = FaultRequest.of(FaultKind.HALT, 30).ofSymbols(List.of(AAPL));
            assertThat(get(faults(server).begin(halt)))
                    .containsExactly(new SimulatedFault(FaultKind.HALT, 29, List.of(AAPL)));
        }
    }

    @Test
    void what_goes_on_is_listed_and_ended() throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, peer) -> {
            assertThat(request.path()).isEqualTo("/v1/faults");
            peer.json(
                    request.method().equals("GET")
                            ? "{\"faults\":[{\"kind\":\"stall\",\"seconds\":5,\"remainingSeconds\":3}]}"
                            : "{\"faults\":[]}");
        })) {
            assertThat(get(faults(server).running())).containsExactly(new SimulatedFault(FaultKind.STALL, 3, null));
            assertThat(get(faults(server).endAll())).isEmpty();
            assertThat(server.requests("DELETE", "/v1/faults")).isEqualTo(1);
        }
    }

    @Test
    void a_refusal_is_told_in_the_server_s_words() throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, peer) -> peer.answer(
                403,
                "Content-Type: application/problem+json\r\n",
                "{\"detail\":\"faults are for an operator\",\"code\":\"not_allowed\"}"))) {
            assertThatThrownBy(() -> get(faults(server).running()))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(IOException.class)
                    .hasMessage("Faults are for an operator.");
        }
    }
}
