package dev.liveticker.desktop.alert;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two short notes, a fourth apart, made here and played on a thread of its own. Where there is no device to play them,
 * that is said in the log once. Safe in any thread.
 */
public final class Chime implements Tone {

    private static final Logger LOG = LoggerFactory.getLogger(Chime.class);

    static final int RATE = 44_100;

    /** Well below what could startle. */
    static final double LOUDNESS = 0.25;

    private static final double LOW_HERTZ = 880;
    private static final double HIGH_HERTZ = 1_174.66;
    private static final Duration LOW = Duration.ofMillis(110);
    private static final Duration HIGH = Duration.ofMillis(240);

    /** A tone that begins at once clicks. */
    private static final double ATTACK_SECONDS = 0.006;

    private static final double FADING_SECONDS = 0.07;
    private static final int BYTES_PER_SAMPLE = 2;
    private static final long IDLE_SECONDS = 5;

    /** One at a time, and none in store: what cannot be heard now need not be heard later. */
    private final ExecutorService player = new ThreadPoolExecutor(
            0,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("chime").factory());

    private volatile boolean complained;

    @Override
    public void play() {
        try {
            player.execute(this::sound);
        } catch (RejectedExecutionException e) {
            LOG.debug("the last chime is still to be heard", e);
        }
    }

    /** Waits until it was heard. */
    void sound() {
        byte[] samples = samples();
        AudioFormat format = new AudioFormat(RATE, BYTES_PER_SAMPLE * 8, 1, true, false);
        try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
            line.open(format);
            line.start();
            line.write(samples, 0, samples.length);
            line.drain();
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
            if (!complained) {
                complained = true;
                LOG.warn("alerts cannot be heard: {}", e.getMessage());
            }
        }
    }

    /** Signed, 16 bits, little end first, one channel. */
    static byte[] samples() {
        int low = count(LOW);
        int high = count(HIGH);
        byte[] bytes = new byte[(low + high) * BYTES_PER_SAMPLE];
        write(bytes, 0, low, LOW_HERTZ);
        write(bytes, low, high, HIGH_HERTZ);
        return bytes;
    }

    private static int count(Duration length) {
        return (int) (RATE * length.toMillis() / 1_000);
    }

    private static void write(byte[] bytes, int first, int count, double hertz) {
        for (int i = 0; i < count; i++) {
            double seconds = i / (double) RATE;
            double left = (count - 1 - i) / (double) RATE;
            double envelope = Math.min(1, seconds / ATTACK_SECONDS)
                    * Math.exp(-seconds / FADING_SECONDS)
                    * Math.min(1, left / ATTACK_SECONDS);
            double value = LOUDNESS * envelope * Math.sin(2 * Math.PI * hertz * seconds);
            int sample = (int) Math.round(value * Short.MAX_VALUE);
            int at = (first + i) * BYTES_PER_SAMPLE;
            bytes[at] = (byte) sample;
            bytes[at + 1] = (byte) (sample >> 8);
        }
    }
}
