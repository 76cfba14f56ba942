package dev.liveticker.server.transport.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.fail;

import dev.liveticker.codec.Encoding;
import dev.liveticker.server.access.Principal;
import dev.liveticker.server.cluster.Peers;
import dev.liveticker.server.transport.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said to sessions of other nodes; that it is heard there, SessionsElsewhereTest shows. */
class OtherNodesTest {

    private static final String SESSION = "0a1b2c3d00112233445566778899aabb";

    /** Answers as it is told to. */
    private static final class Scripted implements Peers {
        private final List<CompletableFuture<Optional<byte[]>>> asked = new ArrayList<>();

        @Override
        public String self() {
            return "ffffffff";
        }

        @Override
        public CompletableFuture<Optional<byte[]>> ask(String node, byte[] question) {
            assertThat(node).isEqualTo("0a1b2c3d");
            CompletableFuture<Optional<byte[]>> answer = new CompletableFuture<>();
            asked.add(answer);
            return answer;
        }

        @Override
        public void answering(Function<byte[], CompletableFuture<byte[]>> answer) {
            // Nobody asks this node.
        }
    }

    private final Scripted peers = new Scripted();
    private final OtherNodes others = OtherNodes.of(peers, new Ear(null, null, null));

    private static Utterance said(String user, byte[] body) {
        Principal client = new Principal(
                user, java.util.Set.of(), dev.liveticker.server.access.AllowedSymbols.nothing(), null, false);
        return new Utterance(SESSION, client, InetAddress.getLoopbackAddress(), Encoding.JSON, body);
    }

    private CompletableFuture<Reception> pass() {
        return others.pass("0a1b2c3d", said("ana", "[]".getBytes(StandardCharsets.US_ASCII)));
    }

    private static int status(CompletableFuture<Reception> reception) {
        return switch (reception.getNow(new Reception.Heard())) {
            case Reception.Refused(Problem problem) -> problem.status();
            case Reception.Heard _ -> fail("neither refused nor answered");
            case Reception.TooMuch _ -> 429;
        };
    }

    @Test
    void a_session_is_where_its_name_says() {
        assertThat(others.home(SESSION)).contains("0a1b2c3d");
        assertThat(others.home("ffffffff00112233445566778899aabb")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0a1b2c3d", "0A1B2C3D0011", "xyz", "0a1b2c3d/../x", "0a1b2c3d0011 "})
    void what_no_node_calls_a_session_is_asked_of_none(String session) {
        assertThat(others.home(session)).isEmpty();
    }

    @Test
    void a_node_that_does_not_answer_has_no_such_session() {
        CompletableFuture<Reception> reception = pass();
        peers.asked.getFirst().complete(Optional.empty());
        assertThat(status(reception)).isEqualTo(404);
    }

    @Test
    void while_nobody_can_be_asked_the_client_is_to_come_again() {
        CompletableFuture<Reception> reception = pass();
        peers.asked.getFirst().completeExceptionally(new IOException("Redis is gone"));
        assertThat(status(reception)).isEqualTo(503);
    }

    @Test
    void an_answer_that_cannot_be_read_is_no_success() {
        CompletableFuture<Reception> reception = pass();
        peers.asked.getFirst().complete(Optional.of(new byte[] {1, 2, 3}));
        assertThat(status(reception)).isEqualTo(503);
    }

    @Test
    void no_more_wait_at_once_than_there_is_memory_for() {
        List<CompletableFuture<Reception>> receptions = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            receptions.add(pass());
        }
        assertThat(status(pass())).isEqualTo(503);
        peers.asked.getFirst().complete(Optional.empty());
        assertThat(receptions.getFirst()).isCompleted();
        assertThat(pass()).isNotCompleted();
    }

    @Property
    void what_is_said_arrives_as_it_was_said_but_for_rights(@ForAll @Size(max = 300) byte[] body) throws Exception {
        Utterance arrived = Utterance.of(said("ana ü", body).toBytes());
        assertThat(arrived.session()).isEqualTo(SESSION);
        assertThat(arrived.client().user()).isEqualTo("ana ü");
        assertThat(arrived.client().operator()).isFalse();
        assertThat(arrived.from()).isEqualTo(InetAddress.getLoopbackAddress());
        assertThat(arrived.encoding()).isEqualTo(Encoding.JSON);
        assertThat(arrived.body()).isEqualTo(body);
        assertThat(Utterance.of(said(null, body).toBytes()).client().user()).isNull();
    }

    @Test
    void what_became_of_it_comes_back_as_it_was() throws Exception {
        for (Reception reception : List.of(
                new Reception.Heard(),
                Reception.unknownSession(),
                new Reception.Refused(Problem.of(400, "malformed", "not an array")),
                new Reception.TooMuch(Duration.ofMillis(1_500), true))) {
            assertThat(Reception.of(reception.toBytes())).isEqualTo(reception);
        }
    }

    @Property
    void garbage_from_another_node_is_told_from_words(@ForAll @Size(max = 60) byte[] garbage) {
        for (ThrowingCallable reading :
                List.<ThrowingCallable>of(() -> Utterance.of(garbage), () -> Reception.of(garbage))) {
            Throwable thrown = catchThrowable(reading);
            if (thrown != null) {
                assertThat(thrown).isInstanceOf(IOException.class);
            }
        }
    }
}
