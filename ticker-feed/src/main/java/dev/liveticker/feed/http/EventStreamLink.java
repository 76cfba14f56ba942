package dev.liveticker.feed.http;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.codec.MalformedFrameException;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.link.Failures;
import dev.liveticker.feed.link.Link;
import dev.liveticker.feed.link.LinkListener;
import dev.liveticker.feed.link.ServerPath;
import dev.liveticker.feed.machine.Loss;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.Position;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Welcome;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One event stream, and the messages beside it. */
final class EventStreamLink implements Link {

    private static final Logger LOG = LoggerFactory.getLogger(EventStreamLink.class);

    private static final String MEDIA_TYPE = "text/event-stream";
    private static final int MAX_EVENT = 4 << 20;

    private final LinkListener listener;
    private final URI server;
    private final Call call;
    private final SessionOutbox outbox;
    private final AtomicBoolean over = new AtomicBoolean();

    EventStreamLink(OkHttpClient http, FeedSettings settings, LinkListener listener) {
        this.listener = listener;
        this.server = settings.server();
        Request.Builder request = new Request.Builder()
                .url(ServerPath.of(server, "v1/events").toString())
                .header("Accept", MEDIA_TYPE)
                .header("Cache-Control", "no-cache");
        if (!settings.compression()) {
            request.header("Accept-Encoding", "identity");
        }
        settings.token().authorization().ifPresent(value -> request.header("Authorization", value));
        this.call = http.newCall(request.build());
        this.outbox = new SessionOutbox(http, settings, this::lose);
    }

    /** Blocks until the stream ends. */
    void read() {
        try (Response response = call.execute()) {
            if (response.code() != 200) {
                lose(Answers.loss(response, InstantSource.system()));
            } else if (!response.header("Content-Type", "").startsWith(MEDIA_TYPE)) {
                lose(Loss.unsuitable("the server's answer is no event stream"));
            } else {
                read(response.body().byteStream());
                lose(Loss.ended());
            }
        } catch (MalformedStreamException e) {
            LOG.warn("The server sent what is no stream of frames", e);
            lose(Loss.broken(e.getMessage()));
        } catch (IOException e) {
            lose(Failures.loss(e, server));
        }
    }

    @Override
    public void send(List<ClientMessage> frame) {
        if (!over.get()) {
            outbox.send(frame);
        }
    }

    @Override
    public void close() {
        over.set(true);
        outbox.close();
        call.cancel();
    }

    private void read(InputStream stream) throws IOException {
        EventStreamParser parser = new EventStreamParser(
                new EventStreamParser.Handler() {
                    @Override
                    public void event(String type, String data, String lastEventId) throws IOException {
                        take(data, lastEventId);
                    }

                    @Override
                    public void retry(long millis) {
                        // The state machine's own backoff is never shorter than what a server can mean by it.
                        LOG.debug("The server would wait {} ms before a reconnect", millis);
                    }
                },
                MAX_EVENT);
        byte[] buffer = new byte[16 << 10];
        for (int count = stream.read(buffer); count >= 0 && !over.get(); count = stream.read(buffer)) {
            parser.feed(buffer, 0, count);
        }
    }

    private void take(String data, String lastEventId) throws IOException {
        List<ServerMessage> frame;
        try {
            frame = FrameCodec.of(Encoding.JSON).decodeServerFrame(data.getBytes(StandardCharsets.UTF_8));
        } catch (MalformedFrameException e) {
            throw new MalformedStreamException("the server sent what is no frame: " + e.getMessage(), e);
        }
        for (ServerMessage message : frame) {
            if (message instanceof Welcome welcome) {
                outbox.opened(welcome.session());
            }
        }
        if (!over.get()) {
            listener.received(frame, Position.parse(lastEventId));
        }
    }

    private void lose(Loss loss) {
        if (!over.getAndSet(true)) {
            listener.lost(loss);
        }
        outbox.close();
        call.cancel();
    }
}
