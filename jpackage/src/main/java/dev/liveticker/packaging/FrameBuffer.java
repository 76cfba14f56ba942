package dev.liveticker.packaging;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Makes a PNG of what a virtual display shows: {@code FrameBuffer XWD PNG}, the first being the file in which
 * {@code Xvfb -fbdir} keeps the picture of its screen, in the format of xwd (XWDFile.h of X11), version 7, with 24 bits
 * of colour in 32.
 */
final class FrameBuffer {

    private static final int VERSION = 7;
    private static final int COLOUR_BYTES = 12;

    /** Places in the header, counted in words of four bytes. */
    private static final int HEADER_SIZE = 0;

    private static final int FILE_VERSION = 1;
    private static final int WIDTH = 4;
    private static final int HEIGHT = 5;
    private static final int BYTE_ORDER = 7;
    private static final int BITS_PER_PIXEL = 11;
    private static final int BYTES_PER_LINE = 12;
    private static final int COLOURS = 19;

    private FrameBuffer() {}

    static void main(String[] arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        BufferedImage image = read(Files.readAllBytes(Path.of(arguments[0])));
        ImageIO.write(image, "png", Path.of(arguments[1]).toFile());
    }

    /** @throws IOException if it is of another kind */
    static BufferedImage read(byte[] xwd) throws IOException {
        ByteBuffer file = ByteBuffer.wrap(xwd);
        if (word(file, FILE_VERSION) != VERSION || word(file, BITS_PER_PIXEL) != Integer.SIZE) {
            throw new IOException("no picture of a screen with 32 bits a pixel");
        }
        int width = word(file, WIDTH);
        int height = word(file, HEIGHT);
        int pixels = word(file, HEADER_SIZE) + COLOUR_BYTES * word(file, COLOURS);
        int line = word(file, BYTES_PER_LINE);
        ByteOrder order = word(file, BYTE_ORDER) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        ByteBuffer colours = file.duplicate().order(order);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, colours.getInt(pixels + y * line + 4 * x));
            }
        }
        return image;
    }

    private static int word(ByteBuffer file, int place) {
        return file.getInt(4 * place);
    }
}
