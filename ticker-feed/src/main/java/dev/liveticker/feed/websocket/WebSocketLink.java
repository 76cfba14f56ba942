package dev.liveticker.feed.websocket;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.codec.MalformedFrameException;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.TokenSource;
import dev.liveticker.feed.link.Link;
import dev.liveticker.feed.link.LinkListener;
import dev.liveticker.feed.link.ServerPath;
import dev.liveticker.feed.machine.Loss;
import dev.liveticker.message.ClientMessage;
import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.CloseReason;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.tyrus.client.ClientManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One WebSocket. */
final class WebSocketLink extends Endpoint implements Link {

    private static final Logger LOG = LoggerFactory.getLogger(WebSocketLink.class);

    private static final long SEND_DEADLINE_MILLIS = 5_000;
    /** Frames on their way out; a socket that holds back more than these is as good as dead. */
    private static final int MAX_UNSENT = 1_000;

    private final FeedSettings settings;
    private final LinkListener listener;
    private final Executor executor;
    private final Encoding wanted;
    private final DeflateExtension deflate = new DeflateExtension(WebSocketTransport.MAX_MESSAGE_BYTES);
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger unsent = new AtomicInteger();
    private volatile @Nullable Session session;
    private volatile Encoding spoken = Encoding.JSON;

    WebSocketLink(FeedSettings settings, LinkListener listener, Executor executor) {
        this.settings = settings;
        this.listener = listener;
        this.executor = executor;
        this.wanted = settings.binary() ? Encoding.CBOR : Encoding.JSON;
    }

    /** Blocks until connected or not; a link closed meanwhile closes itself as soon as it is open. */
    void connect(ClientManager client) {
        if (over.get()) {
            return;
        }
        URI http = ServerPath.of(settings.server(), "v1/ws");
        URI address = URI.create(http.toString().replaceFirst("^http", "ws"));
        ClientEndpointConfig config = ClientEndpointConfig.Builder.create()
                .preferredSubprotocols(List.of(wanted.subprotocol()))
                .configurator(new Shown(settings.token()))
                .extensions(settings.compression() ? List.of(deflate) : List.of())
                .build();
        try {
            Session connected = client.connectToServer(this, config, address);
            if (over.get()) {
                // Here, since a feed that is closed runs nothing any more.
                goodBye(connected);
            }
        } catch (DeploymentException | IOException e) {
            lose(Handshakes.loss(e, settings.server()));
        }
    }

    /** Shows the token with the handshake. */
    private static final class Shown extends ClientEndpointConfig.Configurator {

        private final TokenSource token;

        Shown(TokenSource token) {
            this.token = token;
        }

        @Override
        public void beforeRequest(Map<String, List<String>> headers) {
            token.authorization().ifPresent(value -> headers.put("Authorization", List.of(value)));
        }
    }

    @Override
    public void onOpen(Session opened, EndpointConfig config) {
        opened.setMaxTextMessageBufferSize(WebSocketTransport.MAX_MESSAGE_BYTES);
        opened.setMaxBinaryMessageBufferSize(WebSocketTransport.MAX_MESSAGE_BYTES);
        opened.addMessageHandler(String.class, text -> take(Encoding.JSON, text.getBytes(StandardCharsets.UTF_8)));
        opened.addMessageHandler(ByteBuffer.class, bytes -> {
            byte[] frame = new byte[bytes.remaining()];
            bytes.get(frame);
            take(Encoding.CBOR, frame);
        });
        // A server that names no subprotocol speaks the default one.
        spoken = wanted.subprotocol().equals(opened.getNegotiatedSubprotocol()) ? wanted : Encoding.JSON;
        session = opened;
    }

    @Override
    public void onClose(Session closed, CloseReason reason) {
        lose(
                deflate.failure() != null
                        ? broke()
                        : Loss.ofCloseCode(
                                reason.getCloseCode().getCode(),
                                Optional.ofNullable(reason.getReasonPhrase()).orElse("")));
    }

    @Override
    public void onError(Session failed, Throwable cause) {
        if (!over.get()) {
            LOG.info("The WebSocket failed", cause);
        }
        lose(broke());
    }

    /** Whoever notices the end first, it is what was wrong with a message that ended it, if anything was. */
    private Loss broke() {
        IOException failure = deflate.failure();
        return Loss.broken(
                failure == null
                        ? "the connection broke"
                        : "what the server sent cannot be inflated: " + failure.getMessage());
    }

    @Override
    public void send(List<ClientMessage> frame) {
        Session current = session;
        if (current == null || over.get()) {
            return;
        }
        if (unsent.incrementAndGet() > MAX_UNSENT) {
            lose(Loss.broken("the server takes nothing in"));
            return;
        }
        Encoding encoding = spoken;
        byte[] bytes = FrameCodec.of(encoding).encodeClientFrame(frame);
        SendHandler sent = result -> {
            unsent.decrementAndGet();
            if (!result.isOK()) {
                lose(broke());
            }
        };
        try {
            RemoteEndpoint.Async remote = current.getAsyncRemote();
            remote.setSendTimeout(SEND_DEADLINE_MILLIS);
            switch (encoding) {
                case JSON -> remote.sendText(new String(bytes, StandardCharsets.UTF_8), sent);
                case CBOR -> remote.sendBinary(ByteBuffer.wrap(bytes), sent);
            }
        } catch (IllegalStateException e) {
            // Closed in between: the end is told by onClose, or was.
            LOG.debug("Nothing can be sent any more", e);
            lose(broke());
        }
    }

    @Override
    public void close() {
        over.set(true);
        Session current = session;
        if (current != null) {
            executor.execute(() -> goodBye(current));
        }
    }

    private void take(Encoding encoding, byte[] bytes) {
        if (over.get()) {
            return;
        }
        try {
            listener.received(FrameCodec.of(encoding).decodeServerFrame(bytes), Optional.empty());
        } catch (MalformedFrameException e) {
            LOG.warn("The server sent what is no frame", e);
            lose(Loss.broken("the server sent what is no frame: " + e.getMessage()));
        }
    }

    private void lose(Loss loss) {
        if (!over.getAndSet(true)) {
            listener.lost(loss);
            Session current = session;
            if (current != null) {
                executor.execute(() -> goodBye(current));
            }
        }
    }

    /** May block, if the other side does not read. */
    private static void goodBye(Session session) {
        try {
            session.close(new CloseReason(CloseReason.CloseCodes.NORMAL_CLOSURE, ""));
        } catch (IOException | IllegalStateException e) {
            LOG.debug("It was closed already", e);
        }
    }
}
