package dev.liveticker.server.tls;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One piece of a PEM file (RFC 7468).
 *
 * @param label such as {@code CERTIFICATE}
 * @param encrypted whether it has to be decrypted first
 * @param body in base64, with line breaks, and headers if it is encrypted
 */
record PemBlock(String label, boolean encrypted, String body) {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*+(?:-(?!----)[^-]*+)*+)-----END \\1-----");

    /** All of a file, in order; what stands between them is let go, as section 5.2 of the RFC asks. */
    static List<PemBlock> all(byte[] file) {
        List<PemBlock> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(new String(file, StandardCharsets.ISO_8859_1));
        while (matcher.find()) {
            String label = matcher.group(1);
            String body = matcher.group(2);
            // Headers are of the older form (RFC 1421), which OpenSSL writes for keys with a password.
            boolean encrypted = label.startsWith("ENCRYPTED ") || body.contains("ENCRYPTED");
            blocks.add(new PemBlock(label, encrypted, body));
        }
        return blocks;
    }

    /** @throws IllegalArgumentException if it is not base64 */
    byte[] bytes() {
        return Base64.getMimeDecoder().decode(body);
    }
}
