package dev.liveticker.benchmarks.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One connection: asks for its stream, answers pings and counts. Used by its selector's thread alone. */
final class Subscriber implements WebSocketReader.Sink {

    private static final int MAX_HEAD = 8 << 10;
    private static final byte ENGINE_PING = '2';

    /** How far a Socket.IO connection is. */
    private enum EngineStage {
        OPENING,
        JOINING,
        SUBSCRIBED
    }

    private final LoadPlan plan;
    private final int index;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final Tally tally;
    private final MessageCounter counter;
    private final @Nullable CompressedMessage sample;

    private @Nullable ByteArrayOutputStream head = new ByteArrayOutputStream(256);
    private @Nullable BodyReader body;
    private @Nullable ByteBuffer unsent;
    private final boolean counted;
    private EngineStage engine = EngineStage.OPENING;
    private int messageBytes;
    private byte messageFirst;

    Subscriber(LoadPlan plan, int index, SocketChannel channel, SelectionKey key, Tally tally) {
        this.plan = plan;
        this.index = index;
        this.channel = channel;
        this.key = key;
        this.tally = tally;
        this.counter = new MessageCounter(tally);
        this.counted = plan.counts(index);
        this.sample = plan.deflate() && plan.counts(index) ? new CompressedMessage() : null;
    }

    int index() {
        return index;
    }

    boolean streaming() {
        return body != null;
    }

    /** The socket is connected. */
    void connected() throws IOException {
        key.interestOps(SelectionKey.OP_READ);
        String request = plan.dialect().request(plan.server(), plan.workload(), index, plan.deflate());
        send(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Reads what is there into the shared buffer. False at the end of the stream. */
    boolean readable(ByteBuffer shared) throws IOException {
        shared.clear();
        int read = channel.read(shared);
        if (read <= 0) {
            return read == 0;
        }
        BodyReader streaming = body;
        if (streaming == null) {
            readHead(shared, read);
        } else {
            tally.bytes(read, counted);
            streaming.read(shared, 0, read);
        }
        return true;
    }

    void writable() throws IOException {
        ByteBuffer rest = unsent;
        if (rest != null) {
            unsent = null;
            key.interestOpsAnd(~SelectionKey.OP_WRITE);
            send(rest);
        }
    }

    /** Stops reading for good, as a client does that hangs. */
    void stall() {
        key.interestOps(0);
    }

    private void readHead(ByteBuffer shared, int read) throws IOException {
        ByteArrayOutputStream gathered = head;
        if (gathered == null) {
            throw new IllegalStateException("no head after the head");
        }
        for (int at = 0; at < read; at++) {
            gathered.write(shared.get(at));
            if (shared.get(at) == '\n' && endsHead(gathered)) {
                head = null;
                BodyReader streaming = begin(gathered.toString(StandardCharsets.US_ASCII));
                body = streaming;
                tally.bytes(read - at - 1, counted);
                streaming.read(shared, at + 1, read);
                return;
            }
        }
        if (gathered.size() > MAX_HEAD) {
            throw new ProtocolException("a response head of more than " + MAX_HEAD + " bytes");
        }
    }

    private static boolean endsHead(ByteArrayOutputStream gathered) {
        return gathered.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n");
    }

    private BodyReader begin(String response) throws IOException {
        String statusLine = response.lines().findFirst().orElse("");
        String headers = response.toLowerCase(Locale.ROOT);
        if (plan.dialect() == Dialect.SSE) {
            if (!statusLine.contains(" 200")) {
                throw new ProtocolException(statusLine);
            }
            BodyReader events = counted ? counter::count : (bytes, from, to) -> {};
            return headers.contains("transfer-encoding: chunked") ? new ChunkedReader(events) : events;
        }
        if (!statusLine.contains(" 101")) {
            throw new ProtocolException(statusLine);
        }
        if (plan.deflate() && !headers.contains("permessage-deflate")) {
            throw new ProtocolException("permessage-deflate was offered and not agreed to");
        }
        if (plan.dialect() == Dialect.WS && !plan.idle()) {
            send(Dialect.text(plan.workload().subscription(index)));
        }
        return new WebSocketReader(this);
    }

    @Override
    public void payload(ByteBuffer bytes, int from, int to, boolean compressed) throws IOException {
        if (messageBytes == 0) {
            messageFirst = bytes.get(from);
        }
        messageBytes += to - from;
        if (!compressed) {
            if (counted) {
                counter.count(bytes, from, to);
            }
        } else if (sample != null) {
            sample.add(bytes, from, to);
        }
    }

    @Override
    public void messageEnd(boolean compressed) throws IOException {
        int length = messageBytes;
        messageBytes = 0;
        if (compressed && sample != null) {
            sample.inflateInto(counter);
        } else if (plan.dialect() == Dialect.SOCKETIO && (length == 1 || engine != EngineStage.SUBSCRIBED)) {
            engine(length);
        }
    }

    /** Joins the main namespace once the engine is open, subscribes once that is answered, and answers pings. */
    private void engine(int length) throws IOException {
        if (length == 1 && messageFirst == ENGINE_PING) {
            send(Dialect.text("3"));
            return;
        }
        switch (engine) {
            case OPENING -> {
                engine = EngineStage.JOINING;
                send(Dialect.text("40"));
            }
            case JOINING -> {
                engine = EngineStage.SUBSCRIBED;
                if (plan.idle()) {
                    return;
                }
                send(Dialect.text("42[\"subscribe\"," + plan.workload().subscription(index) + "]"));
            }
            case SUBSCRIBED -> {}
        }
    }

    @Override
    public void control(int opcode, byte[] payload) throws IOException {
        if (opcode == WebSocketReader.PING) {
            send(Dialect.frame(0xA, payload));
        } else if (opcode == WebSocketReader.CLOSE) {
            int code = payload.length < 2 ? 1005 : ((payload[0] & 0xFF) << 8) | (payload[1] & 0xFF);
            throw new ProtocolException("closed by the server: " + code
                    + (payload.length > 2
                            ? " " + new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8)
                            : ""));
        }
    }

    private void send(ByteBuffer bytes) throws IOException {
        ByteBuffer before = unsent;
        ByteBuffer next = bytes;
        if (before != null) {
            next = ByteBuffer.allocate(before.remaining() + bytes.remaining())
                    .put(before)
                    .put(bytes)
                    .flip();
        }
        channel.write(next);
        if (next.hasRemaining()) {
            unsent = next;
            key.interestOpsOr(SelectionKey.OP_WRITE);
        } else {
            unsent = null;
        }
    }
}
