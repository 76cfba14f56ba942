package dev.liveticker.feed.http;

import dev.liveticker.codec.Encoding;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.link.Failures;
import dev.liveticker.feed.link.Link;
import dev.liveticker.feed.link.LinkListener;
import dev.liveticker.feed.link.ServerPath;
import dev.liveticker.feed.machine.ConnectionMachine;
import dev.liveticker.feed.machine.Loss;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Welcome;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One polling session. */
final class PollLink implements Link {

    private static final Logger LOG = LoggerFactory.getLogger(PollLink.class);

    private static final String FORGOTTEN = "the server has forgotten the session";
    private static final int MAX_ANSWER = 8 << 20;
    /** What a server that holds nothing back is asked at most. */
    private static final Duration AFTER_NOTHING = Duration.ofSeconds(1);

    private final OkHttpClient http;
    private final FeedSettings settings;
    private final PollingTransport.Rhythm rhythm;
    private final LinkListener listener;
    private final SessionOutbox outbox;
    private final Encoding encoding;
    private final AtomicBoolean over = new AtomicBoolean();
    private final Semaphore hurry = new Semaphore(0);
    private volatile @Nullable Call underway;
    private Duration patience = ConnectionMachine.LONGEST_POLL;
    private @Nullable String session;
    private @Nullable String since;

    PollLink(OkHttpClient http, FeedSettings settings, PollingTransport.Rhythm rhythm, LinkListener listener) {
        this.http = http;
        this.settings = settings;
        this.rhythm = rhythm;
        this.listener = listener;
        this.encoding = settings.binary() ? Encoding.CBOR : Encoding.JSON;
        this.outbox = new SessionOutbox(http, settings, this::lose);
    }

    /** Blocks until the session ends. */
    void poll() {
        try {
            while (!over.get()) {
                long began = System.nanoTime();
                boolean said = pollOnce();
                Duration pause = said || session == null ? rhythm.every() : longer(rhythm.every(), AFTER_NOTHING);
                long left = pause.toNanos() - (System.nanoTime() - began);
                if (left > 0 && !over.get() && hurry.tryAcquire(left, TimeUnit.NANOSECONDS)) {
                    hurry.drainPermits();
                }
            }
        } catch (MalformedStreamException e) {
            LOG.warn("The server sent what is no answer to a poll", e);
            lose(Loss.broken(e.getMessage()));
        } catch (IOException e) {
            lose(Failures.loss(e, settings.server()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            lose(Loss.broken("interrupted"));
        }
    }

    @Override
    public void send(List<ClientMessage> frame) {
        if (!over.get()) {
            outbox.send(frame);
            // The answer should not have to wait for the next round.
            hurry.release();
        }
    }

    @Override
    public void close() {
        over.set(true);
        end();
    }

    /** True if there was something in the answer. */
    private boolean pollOnce() throws IOException {
        Call call = http.newCall(request());
        underway = call;
        if (over.get()) {
            return false;
        }
        try (Response response = call.execute()) {
            if (response.code() != 200) {
                boolean forgotten = session != null && (response.code() == 404 || response.code() == 410);
                lose(forgotten ? Loss.broken(FORGOTTEN) : Answers.loss(response, InstantSource.system()));
                return false;
            }
            boolean binary = response.header("Content-Type", "").startsWith(Encoding.CBOR.mediaType());
            PollAnswer answer =
                    PollAnswer.read(Answers.body(response, MAX_ANSWER), binary ? Encoding.CBOR : Encoding.JSON);
            take(answer);
            return !answer.messages().isEmpty();
        }
    }

    private void take(PollAnswer answer) {
        if (session != null && answer.session() != null && !answer.session().equals(session)) {
            // Such as another node behind the same address: it gives a session of its own, which nobody subscribed.
            lose(Loss.broken(FORGOTTEN));
            return;
        }
        for (ServerMessage message : answer.messages()) {
            if (message instanceof Welcome welcome) {
                patience = ConnectionMachine.pollWait(Duration.ofMillis(welcome.heartbeatMillis()));
            }
        }
        if (answer.next() != null) {
            since = answer.next();
        }
        if (answer.session() != null && session == null) {
            session = answer.session();
            outbox.opened(answer.session());
        }
        if (!over.get()) {
            listener.received(answer.messages(), answer.position());
        }
    }

    private Request request() {
        Map<String, String> query = new LinkedHashMap<>();
        // The first answer is the welcome, and not to be waited for.
        query.put("wait", Long.toString(session == null || !rhythm.held() ? 0 : patience.toSeconds()));
        if (session != null) {
            query.put("session", session);
        }
        if (since != null) {
            query.put("since", since);
        }
        Request.Builder request = new Request.Builder()
                .url(ServerPath.of(settings.server(), "v1/updates", query).toString())
                .header("Accept", encoding.mediaType())
                .header("Cache-Control", "no-cache");
        if (!settings.compression()) {
            request.header("Accept-Encoding", "identity");
        }
        settings.token().authorization().ifPresent(value -> request.header("Authorization", value));
        return request.build();
    }

    private void lose(Loss loss) {
        if (!over.getAndSet(true)) {
            listener.lost(loss);
        }
        end();
    }

    private void end() {
        outbox.close();
        hurry.release();
        Call call = underway;
        if (call != null) {
            call.cancel();
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
