package dev.liveticker.packaging;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Icons as Windows reads them: an ICONDIR with an image for each size, the largest as PNG and the others as bitmaps
 * with an alpha channel, which every version of Windows understands.
 *
 * @see <a href="https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10)">Icons</a>
 */
final class IcoFile {

    private static final int DIRECTORY_BYTES = 6;
    private static final int ENTRY_BYTES = 16;
    private static final int BITMAP_HEADER_BYTES = 40;

    /** A byte cannot say this size; a nought stands for it. */
    private static final int LARGEST = 256;

    private IcoFile() {}

    /** @param images square, of 1 to 256 pixels, in the order of the file */
    static byte[] of(List<BufferedImage> images) throws IOException {
        List<byte[]> pictures = new ArrayList<>();
        for (BufferedImage image : images) {
            pictures.add(image.getWidth() == LARGEST ? png(image) : bitmap(image));
        }
        int total = pictures.stream().mapToInt(picture -> picture.length).sum();
        int offset = DIRECTORY_BYTES + ENTRY_BYTES * images.size();
        ByteBuffer file = ByteBuffer.allocate(offset + total).order(ByteOrder.LITTLE_ENDIAN);
        file.putShort((short) 0).putShort((short) 1).putShort((short) images.size());
        for (int i = 0; i < images.size(); i++) {
            byte side = (byte) images.get(i).getWidth();
            file.put(side).put(side).putShort((short) 0).putShort((short) 1).putShort((short) 32);
            file.putInt(pictures.get(i).length).putInt(offset);
            offset += pictures.get(i).length;
        }
        pictures.forEach(file::put);
        return file.array();
    }

    static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    /** From the lowest row to the highest, with a mask behind it that masks nothing: alpha does. */
    private static byte[] bitmap(BufferedImage image) {
        int side = image.getWidth();
        int maskBytes = (side + 31) / 32 * 4 * side;
        ByteBuffer bitmap = ByteBuffer.allocate(BITMAP_HEADER_BYTES + 4 * side * side + maskBytes)
                .order(ByteOrder.LITTLE_ENDIAN);
        // Twice the height: the mask counts.
        bitmap.putInt(BITMAP_HEADER_BYTES).putInt(side).putInt(2 * side);
        bitmap.putShort((short) 1).putShort((short) 32).position(BITMAP_HEADER_BYTES);
        for (int y = side - 1; y >= 0; y--) {
            for (int x = 0; x < side; x++) {
                bitmap.putInt(image.getRGB(x, y));
            }
        }
        return bitmap.array();
    }
}
