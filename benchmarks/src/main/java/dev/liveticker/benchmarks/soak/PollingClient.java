package dev.liveticker.benchmarks.soak;

import dev.liveticker.codec.FrameCodec;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.Failure;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.model.Symbol;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Polls, with patience or every few seconds, on one connection for as long as that lasts. */
final class PollingClient extends RawClient {

    private static final ObjectMapper JSON = FrameCodec.jsonMapper();
    private static final int WAIT_SECONDS = 10;
    private static final Duration SILENCE = Duration.ofSeconds(WAIT_SECONDS + 6);
    private static final int LEAST_PAUSE_MILLIS = 500;
    private static final int MOST_PAUSE_MILLIS = 3_000;

    private final boolean patient;
    private @Nullable String session;
    private @Nullable String next;

    /** @param patient whether it lets the server hold its polls until there is something to say */
    PollingClient(boolean patient, String name, Surroundings around, List<Symbol> traded, SplittableRandom random) {
        super(name, around, traded, random);
        this.patient = patient;
    }

    @Override
    Kind kind() {
        return patient ? Kind.LONG_POLLING : Kind.POLLING;
    }

    @Override
    Duration silence() {
        return SILENCE;
    }

    @Override
    void converse(URI node, Wire connection) throws IOException {
        synchronized (this) {
            if (!whole()) {
                forgetPlace();
            }
        }
        String authorization = authorization();
        while (!leaving()) {
            connection.write("GET " + target() + " HTTP/1.1\r\nHost: " + node.getAuthority() + "\r\n" + authorization
                    + "Accept: application/json\r\n\r\n");
            if (whole()) {
                // A held poll is answered when there is something to say.
                settled();
            }
            HttpHead head = connection.head();
            byte[] body = connection.body(head.length());
            head.expect(200);
            take(body);
            if (!patient) {
                rest(Duration.ofMillis(random().nextLong(LEAST_PAUSE_MILLIS, MOST_PAUSE_MILLIS)));
            }
        }
    }

    private synchronized String target() {
        return StreamTarget.of("/v1/updates", wishes())
                + (next == null ? "" : "&since=" + URLEncoder.encode(next, StandardCharsets.UTF_8))
                + (session == null ? "" : "&session=" + session)
                + (patient ? "&wait=" + WAIT_SECONDS : "");
    }

    private synchronized void take(byte[] body) throws IOException {
        List<ServerMessage> frame = new ArrayList<>();
        JsonNode answer;
        try {
            answer = JSON.readTree(body);
            for (JsonNode message : answer.path("messages").values()) {
                frame.add(JSON.treeToValue(message, ServerMessage.class));
            }
        } catch (JacksonException e) {
            around().chronicle().problem(name() + " was answered what is no frame: " + e.getMessage());
            throw (ProtocolException) new ProtocolException("no frame").initCause(e);
        }
        for (ServerMessage message : frame) {
            if (message instanceof Failure failure) {
                Long wait = failure.retryAfterMillis();
                throw new TurnedAwayException(
                        "a poll is answered " + failure.code(), Duration.ofMillis(wait == null ? 0 : wait));
            }
        }
        next = answer.path("next").stringValue(null);
        beginEpoch(next);
        picture().take(frame);
        session = answer.path("session").stringValue(null);
        settled();
    }

    private void forgetPlace() {
        session = null;
        next = null;
        picture().clear();
    }

    /** What is new is told by the next poll; what is no longer wanted is said beside it. */
    @Override
    void change(SplittableRandom chance) throws IOException {
        String polled;
        List<ClientMessage> frame;
        synchronized (this) {
            polled = session;
            if (polled == null) {
                return;
            }
            Wishes.Change change = wishes().change(chance);
            picture().forget(change.dropped());
            picture().forget(change.added());
            frame = Aside.messages(wishes(), change, true, false);
        }
        try {
            Aside.say(around().nodes().any(chance), polled, authorization(), frame);
        } catch (IOException e) {
            around().chronicle().note(name() + " could not say what it wants: " + e.getMessage());
            // The session has more than is wanted; another begins afresh.
            synchronized (this) {
                forgetPlace();
            }
            Wire connection = wire().orElse(null);
            if (connection != null) {
                connection.reset();
            }
        }
    }
}
