package dev.liveticker.feed.http;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.link.Failures;
import dev.liveticker.feed.link.ServerPath;
import dev.liveticker.feed.machine.Loss;
import dev.liveticker.message.ClientMessage;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Sends a client's frames beside a stream that only comes in: one POST after the other, so that they arrive in order.
 * Safe in any thread.
 */
final class SessionOutbox {

    private static final MediaType JSON = MediaType.get(Encoding.JSON.mediaType());
    /** Frames that wait; a server that takes so long to answer is as good as dead. */
    private static final int MAX_WAITING = 1_000;

    private static final int NOT_FOUND = 404;

    private final OkHttpClient http;
    private final FeedSettings settings;
    private final URI server;
    private final Consumer<Loss> onLoss;
    private final Queue<List<ClientMessage>> waiting = new ArrayDeque<>();
    private @Nullable String session;
    private @Nullable Call underway;
    private boolean closed;

    SessionOutbox(OkHttpClient http, FeedSettings settings, Consumer<Loss> onLoss) {
        this.http = http;
        this.settings = settings;
        this.server = settings.server();
        this.onLoss = onLoss;
    }

    /** The server named the session; what waited for that goes out. */
    synchronized void opened(String newSession) {
        session = newSession;
        sendNext();
    }

    void send(List<ClientMessage> frame) {
        boolean full;
        synchronized (this) {
            full = waiting.size() >= MAX_WAITING;
            if (!full) {
                waiting.add(frame);
                sendNext();
            }
        }
        if (full) {
            onLoss.accept(Loss.broken("the server takes nothing in"));
        }
    }

    synchronized void close() {
        closed = true;
        waiting.clear();
        if (underway != null) {
            underway.cancel();
        }
    }

    private synchronized void sendNext() {
        if (closed || session == null || underway != null || waiting.isEmpty()) {
            return;
        }
        byte[] body = FrameCodec.of(Encoding.JSON).encodeClientFrame(waiting.remove());
        Request.Builder request = new Request.Builder()
                .url(ServerPath.of(server, "v1/sessions/" + ServerPath.segment(session) + "/messages")
                        .toString())
                .post(RequestBody.create(body, JSON));
        settings.token().authorization().ifPresent(value -> request.header("Authorization", value));
        Call call = http.newCall(request.build());
        underway = call;
        call.enqueue(new Callback() {
            @Override
            public void onFailure(Call failed, IOException cause) {
                ended(Failures.loss(cause, server));
            }

            @Override
            public void onResponse(Call answered, Response response) {
                try (response) {
                    if (response.isSuccessful()) {
                        ended(null);
                    } else if (response.code() == NOT_FOUND) {
                        ended(Loss.broken("the server has forgotten the session"));
                    } else {
                        ended(Answers.loss(response, InstantSource.system()));
                    }
                }
            }
        });
    }

    private void ended(@Nullable Loss loss) {
        boolean lost;
        synchronized (this) {
            underway = null;
            lost = loss != null && !closed;
            if (loss == null) {
                sendNext();
            }
        }
        if (lost && loss != null) {
            onLoss.accept(loss);
        }
    }
}
