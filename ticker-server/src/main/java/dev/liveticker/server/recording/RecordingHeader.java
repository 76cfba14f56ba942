package dev.liveticker.server.recording;

import dev.liveticker.codec.FrameCodec;
import dev.liveticker.message.Quote;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.MicroTime;
import dev.liveticker.server.market.MarketSource;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;

/**
 * What a recording says of itself before the first batch. Written as a JSON object with these fields, of which readers
 * skip those they do not know.
 *
 * @param madeBy the program that wrote it, and its version
 * @param source what the recorded market was called
 * @param simulated whether its prices were made up
 * @param start when the recording begins, microseconds since the Unix epoch on the market's own clock
 * @param instruments all that was traded
 * @param opening a whole quote of every instrument as it stood at the start
 */
public record RecordingHeader(
        String madeBy,
        String source,
        boolean simulated,
        long start,
        List<Instrument> instruments,
        List<Quote> opening) {

    /** @throws IllegalArgumentException if it lists an instrument twice, or a field is missing or makes no sense */
    public RecordingHeader {
        if (madeBy == null || source == null || instruments == null || opening == null) {
            throw new IllegalArgumentException("a field is missing");
        }
        if (!BatchCodec.isTime(start)) {
            throw new IllegalArgumentException("its start is no time");
        }
        instruments = List.copyOf(instruments);
        opening = List.copyOf(opening);
        if (instruments.stream().map(Instrument::symbol).distinct().count() != instruments.size()) {
            throw new IllegalArgumentException("an instrument is listed twice");
        }
    }

    /**
     * That of a market which is about to start. It depends on the market alone where that is simulated, so that the
     * same market is recorded in the same bytes: its start is then that of its opening quotes, not the moment on the
     * wall.
     */
    public static RecordingHeader of(MarketSource market, String madeBy) {
        List<Quote> opening = market.opening();
        Instant now = market.clock().instant();
        long clock = MicroTime.of(now);
        long start = market.simulated()
                ? opening.stream().mapToLong(Quote::time).max().orElse(clock)
                : clock;
        return new RecordingHeader(madeBy, market.name(), market.simulated(), start, market.instruments(), opening);
    }

    byte[] json() {
        return FrameCodec.jsonMapper().writeValueAsBytes(this);
    }

    /** @throws IllegalArgumentException if the bytes are no such object */
    static RecordingHeader read(byte[] json) {
        try {
            return Objects.requireNonNull(FrameCodec.jsonMapper().readValue(json, RecordingHeader.class));
        } catch (JacksonException | NullPointerException e) {
            throw new IllegalArgumentException("its header makes no sense", e);
        }
    }
}
