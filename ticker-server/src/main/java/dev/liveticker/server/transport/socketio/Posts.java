package dev.liveticker.server.transport.socketio;

import dev.liveticker.message.End;
import dev.liveticker.server.transport.Answers;
import dev.liveticker.server.transport.MessageCost;
import dev.liveticker.server.transport.RequestBody;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** What a client says whose session goes by polling: packets in the body of a request. */
final class Posts {

    /** Of a body, and of any message, in bytes. */
    static final int MAX_BODY = 64 * 1024;

    /** In one body. */
    private static final int MAX_PACKETS = 1_000;

    private static final byte[] OK = "ok".getBytes(StandardCharsets.US_ASCII);

    private Posts() {}

    static void receive(HttpServerExchange exchange, EngineSession session, Duration deadline) {
        RequestBody.receive(
                exchange, MAX_BODY, deadline, body -> take(exchange, session, body), () -> tooLarge(exchange, session));
    }

    private static void take(HttpServerExchange exchange, EngineSession session, byte[] body) {
        try {
            if (!session.hears(MessageCost.reading(body.length))) {
                Answers.tooMany(exchange, Duration.ofSeconds(1));
                return;
            }
            List<EnginePacket> packets = EnginePacket.payload(text(body), MAX_PACKETS);
            if (!session.hears(packets.size() - 1L)) {
                Answers.tooMany(exchange, Duration.ofSeconds(1));
                return;
            }
            session.home(() -> packets.forEach(session::heard));
            Answers.send(exchange, "text/plain; charset=UTF-8", OK);
        } catch (MalformedPacketException e) {
            String why = String.valueOf(e.getMessage());
            session.home(() -> session.malformed(why));
            EngineFault.BAD_REQUEST.answer(exchange);
        }
    }

    private static String text(byte[] body) throws MalformedPacketException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedPacketException("not UTF-8");
        }
    }

    private static void tooLarge(HttpServerExchange exchange, EngineSession session) {
        session.home(() -> session.fail(End.MESSAGE_TOO_LARGE));
        exchange.setStatusCode(StatusCodes.REQUEST_ENTITY_TOO_LARGE);
        exchange.getResponseHeaders().put(Headers.CONTENT_LENGTH, 0);
        exchange.endExchange();
    }
}
