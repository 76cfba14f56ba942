package dev.liveticker.server.recording.csv;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV file in the order of their time; those of the same time in the order of their lines. A row may
 * stand up to {@value #WINDOW} rows after its place. Empty lines, and those that begin with {@code #}, do not count.
 * Used by one thread.
 */
final class CsvFile implements Closeable {

    /** How many rows are held back to be put in order. */
    static final int WINDOW = 1_000;

    private final String name;
    private final CsvLines lines;
    private final List<String> columns;
    private final CsvKind kind;
    private final PriorityQueue<Row> waiting = new PriorityQueue<>(Comparator.comparingLong(Row::time)
            .thenComparingInt(row -> row.source().line()));
    private long newest = Long.MIN_VALUE;
    private boolean read;

    private CsvFile(String name, CsvLines lines) throws IOException {
        this.name = name;
        this.lines = lines;
        String header = line();
        if (header == null) {
            throw new MalformedCsvException(name, "it is empty");
        }
        this.columns = CsvRow.split(name, lines.number(), header).stream()
                .map(column -> column.strip().toLowerCase(Locale.ROOT))
                .toList();
        this.kind = CsvKind.of(columns)
                .orElseThrow(() -> new MalformedCsvException(
                        name, lines.number(), "the columns " + CsvKind.expected() + " expected"));
    }

    /**
     * Opens one and reads which columns it has.
     *
     * @throws MalformedCsvException if those are none that make sense here
     * @throws IOException if it cannot be read
     */
    static CsvFile open(Path path) throws IOException {
        String name = String.valueOf(path.getFileName());
        CsvLines lines;
        try {
            lines = new CsvLines(name, Files.newInputStream(path));
        } catch (NoSuchFileException e) {
            throw new IOException("there is no file " + path, e);
        } catch (IOException e) {
            throw new IOException("cannot read " + path + ": " + e.getMessage(), e);
        }
        try {
            return new CsvFile(name, lines);
        } catch (MalformedCsvException | RuntimeException e) {
            lines.close();
            throw e;
        } catch (IOException e) {
            lines.close();
            throw new IOException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    String name() {
        return name;
    }

    CsvKind kind() {
        return kind;
    }

    /**
     * The next row; absent if there is none.
     *
     * @throws MalformedCsvException if a line makes no sense, or stands too far from its place
     */
    @Nullable
    Row next() throws IOException {
        while (!read && waiting.size() <= WINDOW) {
            String line = line();
            if (line == null) {
                read = true;
            } else {
                int number = lines.number();
                waiting.add(Row.of(kind, new CsvRow(name, number, columns, CsvRow.split(name, number, line))));
            }
        }
        Row row = waiting.poll();
        if (row != null && row.time() < newest) {
            throw row.source()
                    .fault("time", "it belongs more than " + WINDOW + " rows before: a file sorted by time expected");
        }
        newest = row == null ? newest : row.time();
        return row;
    }

    private @Nullable String line() throws IOException {
        String line = lines.next();
        while (line != null && (line.isBlank() || line.startsWith("#"))) {
            line = lines.next();
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
