package dev.liveticker.server.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Recording never holds anybody up, and leaves a recording behind whatever happens. */
@Timeout(180)
class RecorderTest {

    private static final RecordingHeader HEADER = Batches.header(Batches.AAPL);

    @TempDir
    private Path folder;

    private SeekableByteChannel create(Path file) throws IOException {
        return Files.newByteChannel(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private static List<RecordedBatch> play(Path file) throws IOException {
        try (RecordingReader reader = RecordingReader.open(file)) {
            return Batches.read(reader);
        }
    }

    @Test
    void what_is_handed_over_is_on_the_disk_within_moments_and_all_of_it_at_the_end() throws IOException {
        Path file = folder.resolve("a.ltr");
        Recorder recorder = new Recorder(RecordingWriter.create(file, HEADER), file);
        recorder.start();
        recorder.take(Batches.batch(1, 10));
        await().until(() -> play(file).size() == 1);
        recorder.take(Batches.batch(2, 20));
        recorder.finish(Batches.START + 50);
        recorder.finish(Batches.START + 60);
        recorder.take(Batches.batch(3, 70));

        try (RecordingReader reader = RecordingReader.open(file)) {
            assertThat(Batches.read(reader)).containsExactly(Batches.batch(1, 10), Batches.batch(2, 20));
            assertThat(reader.ending().fault()).isNull();
            assertThat(reader.ending().end()).isEqualTo(Batches.START + 50);
        }
    }

    @Test
    void a_disk_that_hangs_holds_nobody_up_and_the_recording_ends_where_it_was() throws IOException {
        Path file = folder.resolve("slow.ltr");
        FullDisk disk = new FullDisk(create(file), Long.MAX_VALUE);
        Recorder recorder = new Recorder(new RecordingWriter(disk, HEADER), file, 100);
        try (Logged logged = Logged.of(Recorder.class)) {
            recorder.start();
            CountDownLatch hanging = disk.hang();
            for (int i = 0; i < 100_000; i++) {
                recorder.take(Batches.batch(i + 1, i * 100_000L));
            }
            hanging.countDown();
            recorder.finish(Long.MIN_VALUE);

            assertThat(logged.events())
                    .singleElement()
                    .satisfies(event -> assertThat(event.getFormattedMessage())
                            .contains(file.toString())
                            .contains("the server goes on"));
        }
        try (RecordingReader reader = RecordingReader.open(file)) {
            List<RecordedBatch> played = Batches.read(reader);
            assertThat(played).isNotEmpty().hasSizeLessThan(100_000);
            assertThat(played.getLast()).isEqualTo(Batches.batch(played.size(), (played.size() - 1) * 100_000L));
            assertThat(reader.ending().fault()).isNull();
        }
    }

    @Test
    void a_full_disk_ends_the_recording_after_its_last_whole_block_with_one_line() throws IOException {
        Path file = folder.resolve("full.ltr");
        Recorder recorder = new Recorder(new RecordingWriter(new FullDisk(create(file), 6_000), HEADER), file);
        try (Logged logged = Logged.of(Recorder.class)) {
            recorder.start();
            for (int i = 0; i < 100_000; i++) {
                recorder.take(Batches.batch(i + 1, i * 1_000_000L));
            }
            recorder.finish(Long.MIN_VALUE);

            List<ILoggingEvent> events = logged.events();
            assertThat(events).singleElement().satisfies(event -> {
                assertThat(event.getFormattedMessage())
                        .contains(file.toString())
                        .contains("the server goes on");
                assertThat(event.getThrowableProxy().getMessage()).isEqualTo("No space left on device");
            });
        }
        assertThat(Files.size(file)).isBetween(1_000L, 6_000L);
        try (RecordingReader reader = RecordingReader.open(file)) {
            List<RecordedBatch> played = Batches.read(reader);
            assertThat(played).isNotEmpty();
            assertThat(played.getLast()).isEqualTo(Batches.batch(played.size(), (played.size() - 1) * 1_000_000L));
            assertThat(reader.ending().fault()).isEqualTo("it was never finished");
        }
    }

    @Test
    void a_file_that_is_there_is_left_alone() throws IOException {
        Path file = folder.resolve("there.ltr");
        Files.writeString(file, "mine");

        assertThatThrownBy(() -> RecordingWriter.create(file, HEADER))
                .isInstanceOf(IOException.class)
                .hasMessage("there is a file " + file + " already, and a recording overwrites none");
        assertThat(file).hasContent("mine");
        assertThatThrownBy(() -> RecordingWriter.create(folder.resolve("no/such/a.ltr"), HEADER))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("there is no such directory");
    }

    @Test
    void batches_are_taken_in_the_order_they_arrived_in() throws IOException {
        try (RecordingWriter writer = RecordingWriter.create(folder.resolve("b.ltr"), HEADER)) {
            writer.write(Batches.batch(1, 10));
            assertThatIllegalArgumentException().isThrownBy(() -> writer.write(Batches.batch(2, 9)));
            assertThat(writer.batches()).isEqualTo(1);
        }
    }
}
