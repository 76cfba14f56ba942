package dev.liveticker.server.recording;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;

/**
 * A recording whose lengths and checks are right, whatever it holds. It is made of a plan: for each block its kind (1
 * byte), the number of records it claims (1), the length of its content (2) and the content; that of a block of batches
 * is for each record its length (2) and its body. What the plan lacks is left out.
 */
final class SoundFile {

    private SoundFile() {}

    static byte[] of(byte[] plan) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(BlockLayout.prefix().array());
        ByteBuffer left = ByteBuffer.wrap(plan);
        while (left.remaining() >= 4) {
            byte kind = left.get();
            int records = Byte.toUnsignedInt(left.get());
            byte[] content = counted(left);
            write(file, kind, records, kind == BlockKind.BATCHES.code() ? checked(content) : content);
        }
        return file.toByteArray();
    }

    /** What a plan says of one block. */
    static byte[] block(BlockKind kind, int records, byte[] content) {
        return ByteBuffer.allocate(4 + content.length)
                .put(kind.code())
                .put((byte) records)
                .putShort((short) content.length)
                .put(content)
                .array();
    }

    /** What a plan says of the content of a block of batches. */
    static byte[] records(List<byte[]> bodies) {
        ByteArrayOutputStream plan = new ByteArrayOutputStream();
        for (byte[] body : bodies) {
            plan.write(body.length >> 8);
            plan.write(body.length);
            plan.writeBytes(body);
        }
        return plan.toByteArray();
    }

    /** As many bytes as the next two say, or as there are. */
    private static byte[] counted(ByteBuffer left) {
        int length = Math.min(Short.toUnsignedInt(left.getShort()), left.remaining());
        byte[] bytes = new byte[length];
        left.get(bytes);
        return bytes;
    }

    private static byte[] checked(byte[] plan) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        ByteBuffer left = ByteBuffer.wrap(plan);
        while (left.remaining() >= 2) {
            byte[] body = counted(left);
            content.writeBytes(ByteBuffer.allocate(BlockLayout.RECORD_HEAD_BYTES)
                    .putInt(body.length)
                    .putInt(BlockLayout.check(ByteBuffer.wrap(body)))
                    .array());
            content.writeBytes(body);
        }
        return content.toByteArray();
    }

    private static void write(ByteArrayOutputStream file, byte kind, int records, byte[] content) {
        byte[] stored = deflated(content);
        ByteBuffer head = ByteBuffer.allocate(BlockLayout.HEAD_BYTES)
                .put(kind)
                .putInt(stored.length)
                .putInt(content.length)
                .putInt(records);
        int check = BlockLayout.check(head.slice(0, BlockLayout.CHECKED_HEAD_BYTES), ByteBuffer.wrap(stored));
        file.writeBytes(head.putInt(check).array());
        file.writeBytes(stored);
    }

    private static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        deflater.setInput(content);
        deflater.finish();
        byte[] out = new byte[content.length + content.length / 100 + 64];
        int length = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, length);
    }
}
