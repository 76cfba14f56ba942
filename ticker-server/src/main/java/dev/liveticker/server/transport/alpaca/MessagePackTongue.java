package dev.liveticker.server.transport.alpaca;

import dev.liveticker.model.MicroTime;
import dev.liveticker.server.transport.websocket.Opcode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePackException;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.value.ValueType;

/** MessagePack (github.com/msgpack/msgpack), with times as its timestamp extension. */
final class MessagePackTongue implements Tongue {

    /** An array's beginning takes one byte for up to so many, three for as many as fit 16 bits, and five for more. */
    private static final int SHORT_ARRAY = 15;

    private static final int LONGEST_BEGINNING = 5;

    /** Digits of a whole number that fits, whatever they are. */
    private static final int LONGEST_WHOLE = 18;

    static {
        // Its buffers use sun.misc.Unsafe unless told otherwise, which Java warns of and is about to take away.
        System.setProperty("msgpack.universal-buffer", "true");
    }

    @Override
    public byte[] message(Consumer<Fields> fields) {
        // How many fields there are goes before them.
        try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
            Writer writer = new Writer(packer);
            fields.accept(writer);
            packer.flush();
            byte[] body = packer.toByteArray();
            packer.clear();
            packer.packMapHeader(writer.count);
            packer.writePayload(body);
            return packer.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
    }

    @Override
    public int joints(int messages) {
        return LONGEST_BEGINNING;
    }

    @Override
    public void join(List<byte[]> messages, ByteBuffer target) {
        int count = messages.size();
        if (count <= SHORT_ARRAY) {
            target.put((byte) (0x90 | count));
        } else if (count <= 0xFFFF) {
            target.put((byte) 0xDC).putShort((short) count);
        } else {
            target.put((byte) 0xDD).putInt(count);
        }
        messages.forEach(target::put);
    }

    @Override
    public AlpacaRequest read(byte[] payload) throws MalformedRequestException {
        Requests fields = new Requests();
        try (MessageUnpacker in = MessagePack.newDefaultUnpacker(payload)) {
            int count = in.unpackMapHeader();
            for (int i = 0; i < count; i++) {
                String name = in.unpackString();
                ValueType type = in.getNextFormat().getValueType();
                if (type == ValueType.STRING) {
                    fields.text(name, in.unpackString());
                } else if (type == ValueType.ARRAY) {
                    fields.list(name, strings(in));
                } else {
                    in.skipValue();
                }
            }
            if (in.hasNext()) {
                throw new MalformedRequestException("something stands behind the request");
            }
        } catch (MessagePackException | IOException e) {
            throw new MalformedRequestException("not well-formed");
        }
        return fields.request();
    }

    /** Grows with what has come, not with what was announced. */
    private static List<String> strings(MessageUnpacker in) throws IOException {
        int count = in.unpackArrayHeader();
        List<String> strings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            strings.add(in.unpackString());
        }
        return strings;
    }

    @Override
    public int opcode() {
        return Opcode.BINARY;
    }

    private static final class Writer implements Fields {

        private final MessageBufferPacker packer;
        private int count;

        Writer(MessageBufferPacker packer) {
            this.packer = packer;
        }

        /** Something that may fail, though not in memory. */
        private interface Value {

            void pack() throws IOException;
        }

        private void field(String name, Value value) {
            try {
                packer.packString(name);
                value.pack();
                count++;
            } catch (IOException e) {
                throw new UncheckedIOException("memory cannot fail", e);
            }
        }

        @Override
        public void text(String name, String value) {
            field(name, () -> packer.packString(value));
        }

        @Override
        public void whole(String name, long value) {
            field(name, () -> packer.packLong(value));
        }

        @Override
        public void price(String name, BigDecimal value) {
            field(name, () -> packer.packDouble(value.doubleValue()));
        }

        @Override
        public void size(String name, BigDecimal value) {
            BigDecimal plain = value.stripTrailingZeros();
            field(name, () -> {
                if (plain.scale() <= 0 && plain.precision() - plain.scale() <= LONGEST_WHOLE) {
                    packer.packLong(plain.longValueExact());
                } else {
                    packer.packDouble(plain.doubleValue());
                }
            });
        }

        @Override
        public void time(String name, long micros) {
            Instant time = MicroTime.instant(micros);
            field(name, () -> packer.packTimestamp(time));
        }

        @Override
        public void list(String name, List<String> values) {
            field(name, () -> {
                packer.packArrayHeader(values.size());
                for (String value : values) {
                    packer.packString(value);
                }
            });
        }
    }
}
