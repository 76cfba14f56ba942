package dev.liveticker.server.recording.csv;

import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.recording.RecordedBatch;
import dev.liveticker.server.recording.RecordingHeader;
import dev.liveticker.server.recording.RecordingWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a recording of CSV files. The files are read twice: to see that all of it makes sense, and to write. */
public final class CsvImport {

    /** More than this of one moment is published in several batches. */
    private static final int BATCH_EVENTS = 1_000;

    private static final int MAX_SOURCE_LENGTH = 200;

    /**
     * How to understand the files.
     *
     * @param interval the length of bars; absent to tell it from their times
     * @param tickSize the smallest step of all prices, which must be multiples of it; absent to take the last decimal
     *     that any price of the symbol has
     */
    public record Settings(
            @Nullable Interval interval, @Nullable BigDecimal tickSize) {

        /** What the files tell by themselves. */
        public static Settings derived() {
            return new Settings(null, null);
        }

        /** @throws IllegalArgumentException if the tick size is not positive */
        public Settings {
            if (tickSize != null && (tickSize.signum() <= 0 || tickSize.scale() > 12 || tickSize.precision() > 18)) {
                throw new IllegalArgumentException("a tick size is positive, with at most 12 decimals");
            }
            if (tickSize != null && tickSize.scale() < 0) {
                tickSize = tickSize.setScale(0);
            }
        }
    }

    /**
     * What was imported.
     *
     * @param rows how many, of all files
     * @param first when the first of them is, microseconds since the Unix epoch
     * @param end up to when the recording goes
     */
    public record Summary(long rows, int symbols, long trades, long first, long end) {}

    /** Begins the recording that the rows go to. */
    @FunctionalInterface
    public interface Target {
        RecordingWriter begin(RecordingHeader header) throws IOException;
    }

    private final List<Path> files;
    private final Settings settings;
    private final Map<Symbol, SymbolTape> tapes = new LinkedHashMap<>();
    private final PriorityQueue<SeenTrade> coming =
            new PriorityQueue<>(Comparator.comparingLong(SeenTrade::time).thenComparing(SeenTrade::symbol));
    private final List<MarketEvent> batch = new ArrayList<>();
    private long batchTime;
    private long start;
    private long trades;

    /** @param files one or more, all of trades or all of bars */
    public CsvImport(List<Path> files, Settings settings) {
        this.files = List.copyOf(files);
        this.settings = settings;
    }

    /**
     * Imports into a new file, which is not left behind half written.
     *
     * @param madeBy the program that imports, and its version
     * @throws MalformedCsvException if a file makes no sense; the message says which, where and why
     * @throws IOException if a file cannot be read or the recording not be written, also because it is there already
     * @throws IllegalArgumentException if the length of the bars cannot be told
     */
    public Summary into(Path recording, String madeBy) throws IOException {
        boolean[] begun = new boolean[1];
        try {
            return into(
                    header -> {
                        RecordingWriter writer = RecordingWriter.create(recording, header);
                        begun[0] = true;
                        return writer;
                    },
                    madeBy);
        } catch (IOException | RuntimeException e) {
            if (begun[0]) {
                Files.deleteIfExists(recording);
            }
            throw e;
        }
    }

    /** As above, to wherever else. To be called once. */
    public Summary into(Target target, String madeBy) throws IOException {
        Survey survey;
        CsvKind kind;
        try (MergedRows rows = new MergedRows(files)) {
            kind = rows.kind();
            survey = Survey.of(rows, settings.tickSize());
        }
        if (survey.rows() == 0) {
            throw new MalformedCsvException(names(), "no row is there");
        }
        Interval interval = kind == CsvKind.TRADES
                ? Interval.ONE_MINUTE
                : settings.interval() == null ? survey.interval() : settings.interval();
        start = survey.first();
        long end = kind == CsvKind.TRADES ? survey.last() : survey.last() + interval.micros();
        try (MergedRows rows = new MergedRows(files);
                RecordingWriter writer = target.begin(header(kind, survey, madeBy))) {
            write(rows, interval, writer);
            writer.finish(end);
        }
        return new Summary(survey.rows(), tapes.size(), trades, start, end);
    }

    private RecordingHeader header(CsvKind kind, Survey survey, String madeBy) {
        ImportedInstruments known = new ImportedInstruments();
        List<Instrument> instruments = new ArrayList<>();
        List<Quote> opening = new ArrayList<>();
        survey.decimals().forEach((symbol, decimals) -> {
            BigDecimal given = settings.tickSize();
            BigDecimal tick = given == null ? BigDecimal.ONE.movePointLeft(decimals) : given;
            SymbolTape tape = new SymbolTape(symbol, Math.max(decimals, tick.scale()));
            tapes.put(symbol, tape);
            instruments.add(known.of(symbol, tick));
            opening.add(tape.opening(start));
        });
        // The trades within a bar are made up, if to measure.
        return new RecordingHeader(madeBy, source(), kind == CsvKind.BARS, start, instruments, opening);
    }

    private String source() {
        String source = "CSV " + names();
        return source.length() <= MAX_SOURCE_LENGTH ? source : source.substring(0, MAX_SOURCE_LENGTH) + "...";
    }

    private String names() {
        return files.stream().map(file -> String.valueOf(file.getFileName())).collect(Collectors.joining(", "));
    }

    private void write(MergedRows rows, Interval interval, RecordingWriter writer) throws IOException {
        for (Row row = rows.next(); row != null; row = rows.next()) {
            switch (row) {
                case Row.TradeRow trade -> publish(SeenTrade.of(trade), writer);
                case Row.BarRow bar -> {
                    check(bar, interval);
                    publishUntil(bar.time(), writer);
                    coming.addAll(BarPath.of(bar, interval));
                }
            }
        }
        publishUntil(Long.MAX_VALUE, writer);
        put(writer);
    }

    private static void check(Row.BarRow bar, Interval interval) throws MalformedCsvException {
        if (interval.startOf(bar.time()) != bar.time()) {
            throw bar.source()
                    .fault(
                            "time",
                            "a whole multiple of " + interval.code() + " since 1970 in UTC expected"
                                    + (interval == Interval.ONE_DAY ? ", such as a date alone" : ""));
        }
    }

    private void publishUntil(long time, RecordingWriter writer) throws IOException {
        for (SeenTrade next = coming.peek(); next != null && next.time() < time; next = coming.peek()) {
            publish(next, writer);
            coming.remove();
        }
    }

    private void publish(SeenTrade trade, RecordingWriter writer) throws IOException {
        if (trade.time() != batchTime || batch.size() >= BATCH_EVENTS) {
            put(writer);
            batchTime = trade.time();
        }
        SymbolTape tape = tapes.get(trade.symbol());
        if (tape == null) {
            throw trade.source().fault("symbol", "the file was changed while it was read");
        }
        tape.add(trade, batch);
        trades++;
    }

    private void put(RecordingWriter writer) throws IOException {
        if (!batch.isEmpty()) {
            writer.write(new RecordedBatch(batchTime, batchTime - start, batch));
            batch.clear();
        }
    }
}
