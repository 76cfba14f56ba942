package dev.liveticker.server.tls;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/** Puts the older encodings of private keys into PKCS#8 (RFC 5958), which is the one that Java reads. */
final class KeyEncoding {

    private static final int INTEGER = 0x02;
    private static final int OCTET_STRING = 0x04;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int SEQUENCE = 0x30;
    private static final int PARAMETERS = 0xA0;

    private static final byte[] VERSION_0 = bytes("020100");
    /** rsaEncryption with its NULL (RFC 8017 appendix A.1). */
    private static final byte[] RSA = bytes("300d06092a864886f70d0101010500");
    /** id-ecPublicKey (RFC 5480 section 2.1.1). */
    private static final byte[] EC = bytes("06072a8648ce3d0201");

    private KeyEncoding() {}

    /** Of an RSAPrivateKey (RFC 8017 appendix A.1.2). */
    static byte[] ofRsa(byte[] pkcs1) {
        return element(SEQUENCE, VERSION_0, RSA, element(OCTET_STRING, pkcs1));
    }

    /**
     * Of an ECPrivateKey (RFC 5915 section 3).
     *
     * @throws IllegalArgumentException if it is none, or does not name its curve
     */
    static byte[] ofEc(byte[] sec1) {
        ByteBuffer key = content(ByteBuffer.wrap(sec1), SEQUENCE);
        content(key, INTEGER);
        content(key, OCTET_STRING);
        ByteBuffer curve = content(content(key, PARAMETERS), OBJECT_IDENTIFIER);
        byte[] name = new byte[curve.remaining()];
        curve.get(name);
        byte[] algorithm = element(SEQUENCE, EC, element(OBJECT_IDENTIFIER, name));
        return element(SEQUENCE, VERSION_0, algorithm, element(OCTET_STRING, sec1));
    }

    /** The next element's content, which must be of this kind (X.690 section 8.1). */
    private static ByteBuffer content(ByteBuffer from, int kind) {
        if (from.remaining() < 2 || (from.get() & 0xFF) != kind) {
            throw new IllegalArgumentException("not of the form expected");
        }
        int length = from.get() & 0xFF;
        if (length > 0x80) {
            int octets = length - 0x80;
            length = 0;
            for (int i = 0; i < octets && from.hasRemaining() && length < 1 << 16; i++) {
                length = (length << 8) | (from.get() & 0xFF);
            }
        }
        if (length > from.remaining()) {
            throw new IllegalArgumentException("cut off");
        }
        ByteBuffer content = from.slice(from.position(), length);
        from.position(from.position() + length);
        return content;
    }

    private static byte[] element(int kind, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(kind);
        int length = content.size();
        if (length < 0x80) {
            element.write(length);
        } else {
            int octets = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
            element.write(0x80 | octets);
            for (int i = octets - 1; i >= 0; i--) {
                element.write(length >> (8 * i));
            }
        }
        element.writeBytes(content.toByteArray());
        return element.toByteArray();
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
