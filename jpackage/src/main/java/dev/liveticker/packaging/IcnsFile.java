package dev.liveticker.packaging;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Icons as macOS reads them since 10.7: "icns", the length of all, and for each size a type, a length and a PNG. */
final class IcnsFile {

    private static final int HEADER_BYTES = 8;

    /** In pixels, by type; those for screens of double density are the same images once more. */
    private static final Map<String, Integer> SIZES = new TreeMap<>(
            Map.of("icp4", 16, "icp5", 32, "icp6", 64, "ic07", 128, "ic08", 256, "ic09", 512, "ic11", 32, "ic13", 256));

    private IcnsFile() {}

    /** @param drawing the square image of a size in pixels */
    static byte[] of(IntFunction<BufferedImage> drawing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream file = new DataOutputStream(bytes);
        List<Map.Entry<String, byte[]>> pictures = new ArrayList<>();
        int total = HEADER_BYTES;
        for (Map.Entry<String, Integer> each : SIZES.entrySet()) {
            byte[] png = IcoFile.png(drawing.apply(each.getValue()));
            pictures.add(Map.entry(each.getKey(), png));
            total += HEADER_BYTES + png.length;
        }
        file.write("icns".getBytes(StandardCharsets.US_ASCII));
        file.writeInt(total);
        for (Map.Entry<String, byte[]> picture : pictures) {
            file.write(picture.getKey().getBytes(StandardCharsets.US_ASCII));
            file.writeInt(HEADER_BYTES + picture.getValue().length);
            file.write(picture.getValue());
        }
        return bytes.toByteArray();
    }
}
