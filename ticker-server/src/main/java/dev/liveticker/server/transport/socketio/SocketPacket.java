package dev.liveticker.server.transport.socketio;

import dev.liveticker.codec.FrameCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What a client says in Socket.IO's protocol 5 (github.com/socketio/socket.io-protocol). */
sealed interface SocketPacket {

    String DEFAULT_NAMESPACE = "/";

    /** Names that mean something else to either side. */
    Set<String> RESERVED =
            Set.of("connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener");

    String namespace();

    /** @param auth an object, or missing */
    record Connect(String namespace, JsonNode auth) implements SocketPacket {}

    record Disconnect(String namespace) implements SocketPacket {}

    /**
     * @param ack the number to answer under; absent if no answer is wanted
     * @param arguments that come with the name
     */
    record Event(String namespace, @Nullable Long ack, String name, List<JsonNode> arguments) implements SocketPacket {}

    /** An answer to something that was asked. */
    record Ack(String namespace, long id) implements SocketPacket {}

    /** The head of something with attachments. */
    record Binary(String namespace) implements SocketPacket {}

    /** Reads a packet. */
    static SocketPacket parse(String text) throws MalformedPacketException {
        return new Reader(text).read();
    }

    /** Reads one packet from left to right. */
    final class Reader {

        /** A client counts them up from zero. */
        private static final int MAX_ACK_DIGITS = 15;

        private static final int MAX_NAMESPACE = 100;

        private final String text;
        private int at = 1;

        private Reader(String text) {
            this.text = text;
        }

        private SocketPacket read() throws MalformedPacketException {
            return switch (text.isEmpty() ? ' ' : text.charAt(0)) {
                case '0' -> connect();
                case '1' -> new Disconnect(namespace());
                case '2' -> {
                    String namespace = namespace();
                    yield event(namespace, ack());
                }
                case '3' -> acknowledgement();
                case '5', '6' -> {
                    at = Math.max(1, text.indexOf('-') + 1);
                    yield new Binary(namespace());
                }
                default -> throw new MalformedPacketException("no packet that a client sends");
            };
        }

        private Connect connect() throws MalformedPacketException {
            String namespace = namespace();
            JsonNode auth = json();
            if (!auth.isObject() && !auth.isMissingNode()) {
                throw new MalformedPacketException("auth: an object expected");
            }
            return new Connect(namespace, auth);
        }

        private Ack acknowledgement() throws MalformedPacketException {
            String namespace = namespace();
            Long id = ack();
            if (id == null || !json().isArray()) {
                throw new MalformedPacketException("an acknowledgement needs a number and an array");
            }
            return new Ack(namespace, id);
        }

        private Event event(String namespace, @Nullable Long ack) throws MalformedPacketException {
            JsonNode body = json();
            if (!body.isArray() || !body.path(0).isString()) {
                throw new MalformedPacketException("an event is an array that begins with its name");
            }
            String name = body.path(0).stringValue("");
            if (RESERVED.contains(name)) {
                throw new MalformedPacketException("the name of this event is reserved");
            }
            List<JsonNode> arguments = new ArrayList<>();
            for (int i = 1; i < body.size(); i++) {
                arguments.add(body.path(i));
            }
            return new Event(namespace, ack, name, arguments);
        }

        /** A query in it is no part of the name. */
        private String namespace() throws MalformedPacketException {
            if (at >= text.length() || text.charAt(at) != '/') {
                return DEFAULT_NAMESPACE;
            }
            int comma = text.indexOf(',', at);
            int end = comma < 0 ? text.length() : comma;
            String name = text.substring(at, end);
            at = Math.min(end + 1, text.length());
            if (name.length() > MAX_NAMESPACE) {
                throw new MalformedPacketException("the name of the namespace is too long");
            }
            int query = name.indexOf('?');
            return query < 0 ? name : name.substring(0, query);
        }

        private @Nullable Long ack() throws MalformedPacketException {
            int begin = at;
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                at++;
            }
            if (at == begin) {
                return null;
            }
            if (at - begin > MAX_ACK_DIGITS) {
                throw new MalformedPacketException("the number of an acknowledgement is too long");
            }
            return Long.valueOf(text.substring(begin, at));
        }

        private JsonNode json() throws MalformedPacketException {
            if (at >= text.length()) {
                return MissingNode.getInstance();
            }
            try {
                return FrameCodec.jsonMapper().readTree(text.substring(at));
            } catch (JacksonException e) {
                throw new MalformedPacketException("not well-formed JSON");
            }
        }
    }
}
