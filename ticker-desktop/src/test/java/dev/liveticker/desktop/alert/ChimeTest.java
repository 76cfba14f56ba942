package dev.liveticker.desktop.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import org.junit.jupiter.api.Test;

class ChimeTest {

    @Test
    void it_is_two_short_notes_that_neither_click_nor_startle() {
        ShortBuffer samples =
                ByteBuffer.wrap(Chime.samples()).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        int loudest = 0;
        int steepest = 0;
        int crossings = 0;
        for (int i = 1; i < samples.limit(); i++) {
            loudest = Math.max(loudest, Math.abs(samples.get(i)));
            steepest = Math.max(steepest, Math.abs(samples.get(i) - samples.get(i - 1)));
            crossings += samples.get(i - 1) < 0 && samples.get(i) >= 0 ? 1 : 0;
        }

        assertThat(samples.limit()).isBetween(Chime.RATE / 4, Chime.RATE / 2);
        assertThat(loudest).isBetween(3_000, (int) (Chime.LOUDNESS * Short.MAX_VALUE));
        assertThat(steepest).as("a jump would click").isLessThan(2_000);
        assertThat(crossings).as("880 Hz for 110 ms and 1175 Hz for 240 ms").isBetween(350, 390);
        assertThat(samples.get(0)).isZero();
        assertThat((int) samples.get(samples.limit() - 1)).isBetween(-10, 10);
    }

    @Test
    void playing_it_is_harmless_where_there_is_nothing_to_play_it_on() {
        Chime chime = new Chime();
        assertThatCode(chime::sound).doesNotThrowAnyException();
        for (int i = 0; i < 100; i++) {
            chime.play();
        }
    }
}
