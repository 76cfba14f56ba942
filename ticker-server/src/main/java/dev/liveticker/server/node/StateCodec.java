package dev.liveticker.server.node;

import dev.liveticker.model.Instrument;
import dev.liveticker.server.alert.AlertState;
import dev.liveticker.server.cluster.UnfitStateException;
import dev.liveticker.server.hub.HubState;
import dev.liveticker.server.packed.MalformedStateException;
import dev.liveticker.server.packed.PackedReader;
import dev.liveticker.server.packed.PackedWriter;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * A {@link NodeState} in bytes: version (1), fingerprint of the instruments (32), length of the content (4) and its
 * CRC-32C (4, RFC 3720 B.4), all big-endian; then the content, deflated (RFC 1951). Safe in any thread.
 */
final class StateCodec {

    static final byte VERSION = 1;

    /** Some twenty times what 250 instruments with full histories take. */
    static final int MOST_CONTENT = 256 << 20;

    private static final int FINGERPRINT_BYTES = 32;
    private static final int HEAD_BYTES = 1 + FINGERPRINT_BYTES + 2 * Integer.BYTES;
    private static final int CHUNK = 64 * 1024;

    private final int instruments;
    private final byte[] fingerprint;

    /** @param instruments of the market, in their order */
    StateCodec(List<Instrument> instruments) {
        this.instruments = instruments.size();
        this.fingerprint = fingerprint(instruments);
    }

    private static byte[] fingerprint(List<Instrument> instruments) {
        PackedWriter all = new PackedWriter();
        for (Instrument instrument : instruments) {
            all.text(instrument.symbol().text())
                    .text(instrument.kind().name())
                    .text(instrument.tickSize().stripTrailingZeros().toPlainString());
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(all.written());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }

    byte[] encode(NodeState state) {
        PackedWriter to = new PackedWriter();
        state.tradeIds().forEach(to::count);
        state.hub().write(to);
        state.alerts().write(to);
        byte[] content = to.written();
        byte[] deflated = deflate(content);
        return ByteBuffer.allocate(HEAD_BYTES + deflated.length)
                .put(VERSION)
                .put(fingerprint)
                .putInt(content.length)
                .putInt(check(content))
                .put(deflated)
                .array();
    }

    /** @throws UnfitStateException if it is of another version or other instruments, or damaged */
    NodeState decode(byte[] body) throws UnfitStateException {
        if (body.length < HEAD_BYTES) {
            throw damaged("it is cut off");
        }
        ByteBuffer head = ByteBuffer.wrap(body);
        byte version = head.get();
        if (version != VERSION) {
            throw new UnfitStateException("the cluster's state is of version " + version + ", and this server knows "
                    + VERSION + ": all nodes have to be of the same release");
        }
        byte[] its = new byte[FINGERPRINT_BYTES];
        head.get(its);
        if (!Arrays.equals(its, fingerprint)) {
            throw new UnfitStateException("the cluster's state is of other instruments than the " + instruments
                    + " of this server: all nodes have to be started with the same market");
        }
        int length = head.getInt();
        int check = head.getInt();
        if (length < 0 || length > MOST_CONTENT) {
            throw damaged("its length cannot be");
        }
        byte[] content = inflate(Arrays.copyOfRange(body, HEAD_BYTES, body.length), length);
        if (check(content) != check) {
            throw damaged("its check sum is wrong");
        }
        try {
            return read(content);
        } catch (MalformedStateException e) {
            throw damaged(String.valueOf(e.getMessage()));
        }
    }

    private NodeState read(byte[] content) throws MalformedStateException {
        PackedReader from = new PackedReader(content);
        List<Long> tradeIds = new ArrayList<>(instruments);
        for (int i = 0; i < instruments; i++) {
            tradeIds.add(from.count(0, Long.MAX_VALUE));
        }
        HubState hub = HubState.read(from);
        AlertState alerts = AlertState.read(from);
        from.end();
        if (hub.symbols().size() != instruments) {
            throw new MalformedStateException("it is of another number of instruments");
        }
        return new NodeState(hub, alerts, tradeIds);
    }

    private static UnfitStateException damaged(String how) {
        return new UnfitStateException("the cluster's state is damaged: " + how);
    }

    private static int check(byte[] content) {
        CRC32C check = new CRC32C();
        check.update(content);
        return (int) check.getValue();
    }

    private static byte[] deflate(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(content);
            deflater.finish();
            ByteArrayOutputStream deflated = new ByteArrayOutputStream(content.length / 4 + CHUNK);
            byte[] chunk = new byte[CHUNK];
            while (!deflater.finished()) {
                deflated.write(chunk, 0, deflater.deflate(chunk));
            }
            return deflated.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** Believes no length: memory is taken as content comes. */
    private static byte[] inflate(byte[] deflated, int length) throws UnfitStateException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(deflated);
            ByteArrayOutputStream content = new ByteArrayOutputStream(Math.min(length, CHUNK));
            byte[] chunk = new byte[CHUNK];
            while (!inflater.finished()) {
                int count = inflater.inflate(chunk);
                if (count == 0 && !inflater.finished()) {
                    throw damaged("it is cut off");
                }
                content.write(chunk, 0, count);
                if (content.size() > length) {
                    throw damaged("it is longer than it says");
                }
            }
            if (content.size() != length || inflater.getRemaining() > 0) {
                throw damaged("it is not as long as it says");
            }
            return content.toByteArray();
        } catch (DataFormatException e) {
            throw damaged("it cannot be inflated");
        } finally {
            inflater.end();
        }
    }
}
