package dev.liveticker.server.recording;

import dev.liveticker.fuzz.Claim;
import dev.liveticker.fuzz.Nulls;
import dev.liveticker.fuzz.SampleFrames;
import dev.liveticker.fuzz.Scratch;
import dev.liveticker.fuzz.Target;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Recordings, cut off, damaged or made to harm: one is read up to what is wrong with it, which is told, and the same
 * again after going back; or it is refused. The first byte of an input says whether the rest is a file as it is, or
 * what {@link SoundFile} makes one of whose checks are right, since no search finds those by itself.
 */
public final class RecordingTarget implements Target {

    /** What deflate unfolds from an input of a few kilobytes, and what reading that takes. */
    private static final long MEMORY = 128 << 20;

    private static final int AS_IT_IS = 0;
    private static final int MADE_SOUND = 1;

    /** A time of the header and one of a batch together. */
    private static final long FARTHEST = 2 * BatchCodec.MOST_TIME;

    private final Scratch scratch = new Scratch();

    private record Whole(List<RecordedBatch> batches, Ending ending) {}

    @Override
    public void take(byte[] input) throws Exception {
        if (input.length == 0) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(input, 1, input.length);
        byte[] bytes = (input[0] & 1) == AS_IT_IS ? rest : SoundFile.of(rest);
        Path file = scratch.only("r.ltr", bytes);
        try (RecordingReader reader = Claim.within(MEMORY, () -> RecordingReader.open(file))) {
            RecordingHeader header = reader.header();
            Nulls.none(header);
            Claim.that(BatchCodec.isTime(header.start()), () -> "it begins at no time: " + header.start());
            Whole whole = Claim.within(MEMORY, () -> {
                reader.rewind();
                return read(reader);
            });
            reader.rewind();
            Claim.same(whole, read(reader));
            check(whole, bytes.length);
        } catch (UnreadableRecordingException e) {
            Claim.sentence(String.valueOf(e.getMessage()).replace(file.toString(), "r.ltr"));
        }
    }

    private static Whole read(RecordingReader reader) {
        List<RecordedBatch> batches = new ArrayList<>();
        for (RecordedBatch batch = reader.next(); batch != null; batch = reader.next()) {
            batches.add(batch);
        }
        Ending ending = reader.ending();
        if (ending == null) {
            throw new AssertionError("no batch is left, and yet it has not ended");
        }
        return new Whole(batches, ending);
    }

    private static void check(Whole whole, int length) throws ReflectiveOperationException {
        Ending ending = whole.ending;
        Claim.same((long) whole.batches.size(), ending.batches());
        Claim.that(ending.position() >= 0 && ending.position() <= length, () -> "it ended outside itself: " + ending);
        Claim.that(Math.absExact(ending.end()) <= FARTHEST, () -> "it ended at no time: " + ending);
        if (ending.fault() != null) {
            Claim.sentence(ending.fault());
        }
        long arrival = 0;
        for (RecordedBatch batch : whole.batches) {
            Nulls.none(batch);
            Claim.that(batch.arrival() >= arrival, () -> "it came before the one before it: " + batch);
            arrival = batch.arrival();
            Claim.same(batch, BatchCodec.decode(ByteBuffer.wrap(BatchCodec.encode(batch))));
        }
    }

    @Override
    public List<byte[]> seeds() {
        byte[] file = recorded();
        byte[] end = new EndMark(1_772_789_460_000_000L, 2, events().size()).json();
        List<byte[]> records = new ArrayList<>();
        for (RecordedBatch batch : batches()) {
            records.add(BatchCodec.encode(batch));
        }
        byte[] head = SoundFile.block(BlockKind.HEADER, 0, header().json());
        byte[] body = SoundFile.block(BlockKind.BATCHES, records.size(), SoundFile.records(records));
        byte[] tail = SoundFile.block(BlockKind.END, 0, end);
        return List.of(
                input(AS_IT_IS, file),
                input(AS_IT_IS, Arrays.copyOf(file, file.length - 20)),
                input(MADE_SOUND, head, body, tail),
                input(MADE_SOUND, head, tail),
                input(MADE_SOUND, head, body, body));
    }

    private byte[] recorded() {
        Path file = scratch.path("seed.ltr");
        try {
            Files.deleteIfExists(file);
            RecordingWriter writer = RecordingWriter.create(file, header());
            for (RecordedBatch batch : batches()) {
                writer.write(batch);
            }
            writer.finish(header().start() + 60_000_000);
            writer.close();
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the seed cannot be recorded", e);
        }
    }

    private static RecordingHeader header() {
        Instrument apple = new Instrument(
                Symbol.of("AAPL"), "Apple Inc.", AssetClass.STOCK, "USD", new BigDecimal("0.01"), "Technology");
        List<Quote> opening = events().stream()
                .filter(Quote.class::isInstance)
                .map(Quote.class::cast)
                .toList();
        return new RecordingHeader("a test", "simulation", true, 1_772_789_400_000_000L, List.of(apple), opening);
    }

    private static List<RecordedBatch> batches() {
        List<MarketEvent> events = events();
        return List.of(
                new RecordedBatch(1_772_789_400_000_001L, 1, events.subList(0, 1)),
                new RecordedBatch(1_772_789_400_000_002L, 250_000, events.subList(1, events.size())));
    }

    /** Unnumbered, as a market publishes them. */
    private static List<MarketEvent> events() {
        return SampleFrames.server().stream()
                .filter(MarketEvent.class::isInstance)
                .map(message -> ((MarketEvent) message).numbered(0))
                .map(MarketEvent.class::cast)
                .toList();
    }

    private static byte[] input(int how, byte[]... pieces) {
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        input.write(how);
        for (byte[] piece : pieces) {
            input.writeBytes(piece);
        }
        return input.toByteArray();
    }
}
