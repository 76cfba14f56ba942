package dev.liveticker.server.transport.poll;

import dev.liveticker.server.transport.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** What became of something that a client said beside its stream. */
sealed interface Reception {

    /** It is heard; what there is to answer comes down the stream. */
    record Heard() implements Reception {}

    /** It is not, and nothing was done. */
    record Refused(Problem problem) implements Reception {}

    /**
     * Too much was said.
     *
     * @param comeAgain after how long
     * @param enough whether whoever says it has to go
     */
    record TooMuch(Duration comeAgain, boolean enough) implements Reception {}

    /** As anything about a session that is not there is answered, or not the client's. */
    static Reception unknownSession() {
        return new Refused(Problem.of(404, "unknown_session", "there is no such session"));
    }

    /** For another node. */
    default byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            switch (this) {
                case Heard _ -> out.writeByte('H');
                case Refused(Problem problem) -> {
                    out.writeByte('R');
                    out.writeShort(problem.status());
                    out.writeUTF(problem.code());
                    out.writeUTF(problem.detail());
                }
                case TooMuch(Duration comeAgain, boolean enough) -> {
                    out.writeByte('T');
                    out.writeLong(comeAgain.toMillis());
                    out.writeBoolean(enough);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    /** @throws IOException if these bytes are none, such as of a node of another version */
    static Reception of(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int kind = in.readUnsignedByte();
            Reception reception = switch (kind) {
                case 'H' -> new Heard();
                case 'R' -> new Refused(Problem.of(status(in.readUnsignedShort()), in.readUTF(), in.readUTF()));
                case 'T' -> new TooMuch(Duration.ofMillis(Math.clamp(in.readLong(), 0, 60_000)), in.readBoolean());
                default -> throw new IOException("no answer begins with " + kind);
            };
            if (in.read() >= 0) {
                throw new IOException("something is behind its end");
            }
            return reception;
        }
    }

    private static int status(int status) throws IOException {
        if (status < 400 || status > 599) {
            throw new IOException("a refusal has no status " + status);
        }
        return status;
    }
}
