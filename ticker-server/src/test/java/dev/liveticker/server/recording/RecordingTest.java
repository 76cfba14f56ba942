package dev.liveticker.server.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Status;
import dev.liveticker.model.TradingStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is written is read again; what is left of it is read as far as it is whole. */
class RecordingTest {

    private static final RecordingHeader HEADER = Batches.header(Batches.AAPL, Batches.MSFT);

    private Path folder;
    private Path file;

    @BeforeTry
    @BeforeEach
    void open() {
        try {
            folder = Files.createTempDirectory("recording");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        file = folder.resolve("test.ltr");
    }

    @AfterTry
    @AfterEach
    void remove() {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Provide
    Arbitrary<List<RecordedBatch>> batches() {
        return Batches.lists();
    }

    @Property(tries = 200)
    void whatever_was_recorded_is_played_again(@ForAll("batches") List<RecordedBatch> batches) throws IOException {
        Batches.write(file, HEADER, batches);

        try (RecordingReader reader = RecordingReader.open(file)) {
            assertThat(reader.header()).isEqualTo(HEADER);
            assertThat(Batches.read(reader)).isEqualTo(batches);
            assertThat(reader.ending().fault()).isNull();
            assertThat(reader.ending().batches()).isEqualTo(batches.size());

            reader.rewind();
            assertThat(Batches.read(reader)).isEqualTo(batches);
        }
    }

    @Property(tries = 200)
    void a_byte_that_is_not_what_it_was_leaves_what_is_before_it(
            @ForAll("batches") List<RecordedBatch> batches, @ForAll int where, @ForAll byte change) throws IOException {
        Batches.write(file, HEADER, batches);
        byte[] bytes = Files.readAllBytes(file);
        int at = Math.floorMod(where, bytes.length);
        bytes[at] ^= change;
        Files.write(file, bytes);

        List<RecordedBatch> played = playAsFarAsItGoes();

        assertThat(batches.subList(0, played.size())).isEqualTo(played);
    }

    @Test
    void cut_off_at_any_byte_it_plays_to_its_last_whole_record() throws IOException {
        List<RecordedBatch> batches = new ArrayList<>();
        try (RecordingWriter writer = RecordingWriter.create(file, HEADER)) {
            for (int i = 0; i < 30; i++) {
                RecordedBatch batch = Batches.batch(i + 1, i * 1_000L);
                batches.add(batch);
                writer.write(batch);
                if (i % 10 == 9) {
                    writer.flush();
                }
            }
            writer.finish(Long.MIN_VALUE);
        }
        byte[] bytes = Files.readAllBytes(file);

        int before = 0;
        int without = 0;
        boolean[] seen = new boolean[batches.size() + 1];
        for (int length = 0; length <= bytes.length; length++) {
            Files.write(file, Arrays.copyOf(bytes, length));
            try (RecordingReader reader = RecordingReader.open(file)) {
                List<RecordedBatch> played = Batches.read(reader);
                assertThat(batches.subList(0, played.size())).isEqualTo(played);
                assertThat(played).hasSizeGreaterThanOrEqualTo(before);
                assertThat(reader.ending().fault() == null)
                        .as("%s is whole", length)
                        .isEqualTo(length == bytes.length);
                assertThat(reader.ending().batches()).isEqualTo(played.size());
                before = played.size();
                seen[before] = true;
            } catch (UnreadableRecordingException e) {
                assertThat(e).hasMessageStartingWith(file + ": it is ");
                without = length;
            }
        }
        assertThat(before).isEqualTo(batches.size());
        assertThat(without).as("only the beginning is needed").isLessThan(bytes.length / 2);
        int stops = 0;
        for (boolean stop : seen) {
            stops += stop ? 1 : 0;
        }
        assertThat(stops)
                .as("a block that is cut off is played as well, as far as it goes")
                .isGreaterThan(10);
    }

    @Test
    void damaged_at_any_byte_it_plays_what_comes_before() throws IOException {
        List<RecordedBatch> batches = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            batches.add(Batches.batch(i + 1, i * 1_000L));
        }
        Batches.write(file, HEADER, batches);
        byte[] bytes = Files.readAllBytes(file);
        for (int at = 0; at < bytes.length; at++) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 0x40;
            Files.write(file, damaged);

            List<RecordedBatch> played = playAsFarAsItGoes();

            assertThat(batches.subList(0, played.size())).isEqualTo(played);
        }
    }

    /** Nothing if not even the beginning is whole. */
    private List<RecordedBatch> playAsFarAsItGoes() throws IOException {
        try (RecordingReader reader = RecordingReader.open(file)) {
            List<RecordedBatch> played = Batches.read(reader);
            assertThat(reader.ending()).isNotNull();
            return played;
        } catch (UnreadableRecordingException e) {
            return List.of();
        }
    }

    @Test
    void rubbish_is_refused_or_ends_the_recording_whatever_lengths_it_states() throws IOException {
        Batches.write(file, HEADER, List.of());
        byte[] bytes = Files.readAllBytes(file);
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            byte[] rubbish = new byte[random.nextInt(200)];
            random.nextBytes(rubbish);
            if (rubbish.length > 0) {
                rubbish[0] = "BHE".getBytes(java.nio.charset.StandardCharsets.US_ASCII)[i % 3];
            }
            ByteArrayOutputStream joined = new ByteArrayOutputStream();
            joined.write(bytes, 0, bytes.length - (i % 2) * 50);
            joined.writeBytes(rubbish);
            Files.write(file, joined.toByteArray());
            assertThat(playAsFarAsItGoes()).isEmpty();
        }
    }

    @Test
    void a_block_that_unfolds_to_more_than_it_says_is_damaged() throws IOException {
        Batches.write(file, HEADER, List.of());
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(new byte[50_000_000]);
        deflater.finish();
        byte[] bomb = new byte[100_000];
        int length = deflater.deflate(bomb);
        deflater.end();
        ByteBuffer block = ByteBuffer.allocate(BlockLayout.HEAD_BYTES + length);
        block.put(BlockKind.BATCHES.code())
                .putInt(length)
                .putInt(BlockKind.BATCHES.maxContent())
                .putInt(1);
        ByteBuffer stored = ByteBuffer.wrap(bomb, 0, length);
        block.putInt(BlockLayout.check(block.slice(0, BlockLayout.CHECKED_HEAD_BYTES), stored));
        block.put(bomb, 0, length);
        byte[] whole = Files.readAllBytes(file);
        int header = endOfHeader(whole);
        Files.write(
                file,
                ByteBuffer.allocate(header + block.capacity())
                        .put(whole, 0, header)
                        .put(block.array())
                        .array());

        try (RecordingReader reader = RecordingReader.open(file)) {
            assertThat(Batches.read(reader)).isEmpty();
            assertThat(reader.ending().fault()).isEqualTo("it is damaged");
            assertThat(reader.ending().position()).isEqualTo(header);
        }
    }

    private static int endOfHeader(byte[] recording) {
        return BlockLayout.PREFIX_BYTES
                + BlockLayout.HEAD_BYTES
                + ByteBuffer.wrap(recording).getInt(BlockLayout.PREFIX_BYTES + 1);
    }

    @Test
    void what_is_no_recording_is_said_to_be_none() throws IOException {
        assertThatThrownBy(() -> RecordingReader.open(file))
                .isInstanceOf(IOException.class)
                .hasMessage("there is no file " + file);
        Files.writeString(file, "time,symbol,price,size\n");
        assertThatThrownBy(() -> RecordingReader.open(file))
                .isInstanceOf(UnreadableRecordingException.class)
                .hasMessage(file + ": it is no recording");
        Files.delete(file);
        Batches.write(file, HEADER, List.of());
        byte[] bytes = Files.readAllBytes(file);
        bytes[8] = 7;
        Files.write(file, bytes);
        assertThatThrownBy(() -> RecordingReader.open(file))
                .isInstanceOf(UnreadableRecordingException.class)
                .hasMessageContaining("a recording of version 7");
    }

    @Test
    void two_that_were_joined_play_as_the_first_and_say_so() throws IOException {
        Batches.write(file, HEADER, List.of(Batches.batch(1, 10)));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, bytes, java.nio.file.StandardOpenOption.APPEND);
        try (RecordingReader reader = RecordingReader.open(file)) {
            assertThat(Batches.read(reader)).hasSize(1);
            assertThat(reader.ending().fault()).isEqualTo("something follows its end");
        }
    }

    @Test
    void blocks_that_are_missing_in_the_middle_are_noticed() throws IOException {
        try (RecordingWriter writer = RecordingWriter.create(file, HEADER)) {
            writer.write(Batches.batch(1, 10));
            writer.flush();
            long from = Files.size(file);
            writer.write(Batches.batch(2, 20));
            writer.flush();
            long to = Files.size(file);
            writer.finish(Long.MIN_VALUE);
            byte[] bytes = Files.readAllBytes(file);
            ByteArrayOutputStream without = new ByteArrayOutputStream();
            without.write(bytes, 0, (int) from);
            without.write(bytes, (int) to, bytes.length - (int) to);
            Files.write(file, without.toByteArray());
        }
        try (RecordingReader reader = RecordingReader.open(file)) {
            assertThat(Batches.read(reader)).hasSize(1);
            assertThat(reader.ending().fault()).isEqualTo("batches are missing: 2 were recorded");
        }
    }

    @Test
    void it_is_the_same_bytes_whenever_it_is_written() throws IOException {
        List<RecordedBatch> batches = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            batches.add(Batches.batch(i + 1, i * 50_000L));
        }
        Batches.write(file, HEADER, batches);
        byte[] first = Files.readAllBytes(file);
        Files.delete(file);
        Batches.write(file, HEADER, batches);

        assertThat(Files.readAllBytes(file)).isEqualTo(first);
    }

    @Test
    void a_batch_too_large_for_a_record_is_cut_into_several() throws IOException {
        MarketEvent large = new Status(Batches.AAPL, 0, TradingStatus.HALTED, "x".repeat(50_000));
        List<MarketEvent> events = Collections.nCopies(200, large);
        Batches.write(file, HEADER, List.of(new RecordedBatch(Batches.START, 5, events)));

        try (RecordingReader reader = RecordingReader.open(file)) {
            List<RecordedBatch> played = Batches.read(reader);
            assertThat(played).hasSizeBetween(3, 8).allMatch(batch -> batch.arrival() == 5);
            assertThat(played.stream().mapToInt(batch -> batch.events().size()).sum())
                    .isEqualTo(200);
            assertThat(reader.ending().fault()).isNull();
        }
    }
}
