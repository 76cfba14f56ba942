package dev.liveticker.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The icons that are committed are those that the pictures describe, in files that other systems can read. */
class IconsTest {

    private static final Path DIRECTORY = Path.of("icons");

    @TempDir
    Path scratch;

    @Test
    void every_icon_is_drawn_from_its_picture_as_it_is_now() throws IOException {
        for (String name : Icons.NAMES) {
            VectorPicture picture = VectorPicture.read(DIRECTORY.resolve(name + ".svg"));
            for (int size : Icons.SIZES) {
                BufferedImage kept = ImageIO.read(
                        DIRECTORY.resolve(name + "-" + size + ".png").toFile());
                BufferedImage drawn = picture.draw(size);
                assertThat(pixels(kept)).as(name + " " + size).isEqualTo(pixels(drawn));
                assertThat(drawn.getRGB(0, 0) >>> 24).as("see-through corner").isZero();
                assertThat(Arrays.stream(pixels(drawn)).distinct().count())
                        .as("colours")
                        .isGreaterThan(3);
            }
        }
    }

    @Test
    void windows_icons_hold_every_size_where_the_directory_says() throws IOException {
        ByteBuffer ico = ByteBuffer.wrap(Files.readAllBytes(DIRECTORY.resolve("live-ticker.ico")))
                .order(ByteOrder.LITTLE_ENDIAN);
        VectorPicture picture = VectorPicture.read(DIRECTORY.resolve("live-ticker.svg"));

        assertThat(List.of(ico.getShort(0), ico.getShort(2), ico.getShort(4)))
                .containsExactly((short) 0, (short) 1, (short) 6);
        int end = 6 + 16 * 6;
        for (int i = 0; i < 6; i++) {
            int entry = 6 + 16 * i;
            int side = ico.get(entry) == 0 ? 256 : ico.get(entry);
            int length = ico.getInt(entry + 8);
            int offset = ico.getInt(entry + 12);
            assertThat(offset).isEqualTo(end);
            end += length;
            if (side == 256) {
                BufferedImage image = ImageIO.read(new ByteArrayInputStream(ico.array(), offset, length));
                assertThat(pixels(image)).isEqualTo(pixels(picture.draw(256)));
            } else {
                assertThat(ico.getInt(offset + 8)).as("height with mask").isEqualTo(2 * side);
                int lastRow = offset + 40 + 4 * side * (side / 2);
                assertThat(ico.getInt(lastRow + 4 * (side / 2)))
                        .isEqualTo(picture.draw(side).getRGB(side / 2, side - 1 - side / 2));
            }
        }
        assertThat(ico.capacity()).isEqualTo(end);
    }

    @Test
    void mac_icons_hold_a_png_of_the_size_that_each_type_says() throws IOException {
        ByteBuffer icns = ByteBuffer.wrap(Files.readAllBytes(DIRECTORY.resolve("watchlist.icns")));
        byte[] magic = new byte[4];
        icns.get(magic);
        assertThat(new String(magic, StandardCharsets.US_ASCII)).isEqualTo("icns");
        assertThat(icns.getInt()).isEqualTo(icns.capacity());
        int largest = 0;
        while (icns.hasRemaining()) {
            icns.get(magic);
            int length = icns.getInt() - 8;
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(icns.array(), icns.position(), length));
            assertThat(image.getWidth()).isEqualTo(image.getHeight()).isIn(16, 32, 64, 128, 256, 512);
            largest = Math.max(largest, image.getWidth());
            icns.position(icns.position() + length);
        }
        assertThat(largest).isEqualTo(512);
    }

    @Test
    void what_cannot_be_drawn_is_said() throws IOException {
        Path svg = Files.writeString(
                scratch.resolve("x.svg"),
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><circle r=\"3\" fill=\"#fff\"/></svg>");
        assertThatThrownBy(() -> VectorPicture.read(svg))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("circle");
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
