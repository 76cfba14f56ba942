package dev.liveticker.feed.websocket;

import jakarta.websocket.Extension;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.glassfish.tyrus.core.extension.ExtendedExtension;
import org.glassfish.tyrus.core.frame.Frame;
import org.jspecify.annotations.Nullable;

/**
 * {@code permessage-deflate} (RFC 7692) for one connection of a client: takes in compressed messages, and sends its own
 * few small ones as they are, which section 6 allows. Tyrus calls it on one thread at a time.
 */
final class DeflateExtension implements ExtendedExtension {

    private static final String NO_CONTEXT = "server_no_context_takeover";
    private static final byte CONTINUATION = 0;

    private final int limit;
    private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();
    private @Nullable MessageInflater inflater;
    private boolean inMessage;

    /** @param limit of a message's inflated size, in bytes */
    DeflateExtension(int limit) {
        this.limit = limit;
    }

    /** What was wrong with a message, if anything was. */
    @Nullable
    IOException failure() {
        return failure.get();
    }

    @Override
    public String getName() {
        return "permessage-deflate";
    }

    @Override
    public List<Extension.Parameter> getParameters() {
        return List.of(new Flag("client_no_context_takeover"), new Flag(NO_CONTEXT));
    }

    @Override
    public void onHandshakeResponse(ExtensionContext context, List<Extension.Parameter> parameters) {
        boolean keepsContext =
                parameters.stream().noneMatch(parameter -> parameter.getName().equals(NO_CONTEXT));
        inflater = new MessageInflater(keepsContext, limit);
    }

    @Override
    public Frame processIncoming(ExtensionContext context, Frame frame) {
        boolean compressed = frame.isRsv1() || (inMessage && frame.getOpcode() == CONTINUATION);
        MessageInflater current = inflater;
        if (frame.isControlFrame() || !compressed || current == null) {
            return frame;
        }
        inMessage = !frame.isFin();
        try {
            byte[] inflated = current.inflate(frame.getPayloadData(), frame.isFin());
            return Frame.builder(frame)
                    .rsv1(false)
                    .payloadData(inflated)
                    .payloadLength(inflated.length)
                    .build();
        } catch (IOException e) {
            failure.compareAndSet(null, e);
            // Tyrus goes on with the frame if an extension throws, but ends the connection for this bit.
            return Frame.builder(frame)
                    .rsv1(true)
                    .payloadData(new byte[0])
                    .payloadLength(0)
                    .build();
        }
    }

    @Override
    public Frame processOutgoing(ExtensionContext context, Frame frame) {
        return frame;
    }

    @Override
    public List<Extension.Parameter> onExtensionNegotiation(
            ExtensionContext context, List<Extension.Parameter> requested) {
        throw new UnsupportedOperationException("for clients only");
    }

    @Override
    public void destroy(ExtensionContext context) {
        MessageInflater current = inflater;
        inflater = null;
        if (current != null) {
            current.close();
        }
    }

    /** A parameter that says all by being there. */
    private record Flag(String name) implements Extension.Parameter {

        @Override
        public String getName() {
            return name;
        }

        @Override
        public @Nullable String getValue() {
            return null;
        }
    }
}
