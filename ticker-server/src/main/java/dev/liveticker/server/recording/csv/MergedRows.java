package dev.liveticker.server.recording.csv;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The rows of several CSV files of one kind, in the order of their time; at the same time, in that of the files. */
final class MergedRows implements Closeable {

    private record Head(Row row, int order, CsvFile file) {}

    private final List<CsvFile> files = new ArrayList<>();
    private final PriorityQueue<Head> heads = new PriorityQueue<>(
            Comparator.<Head>comparingLong(head -> head.row.time()).thenComparingInt(Head::order));

    /**
     * @param paths one or more
     * @throws MalformedCsvException if one makes no sense, or they are of several kinds
     * @throws IOException if one cannot be read
     */
    MergedRows(List<Path> paths) throws IOException {
        try {
            for (Path path : paths) {
                CsvFile file = CsvFile.open(path);
                files.add(file);
                if (file.kind() != kind()) {
                    throw new MalformedCsvException(
                            file.name(),
                            "it is of " + file.kind() + ", and "
                                    + files.getFirst().name() + " of " + kind() + ": files of one kind expected");
                }
                await(file, files.size());
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    CsvKind kind() {
        return files.getFirst().kind();
    }

    /** The next row; absent if there is none. */
    @Nullable
    Row next() throws IOException {
        Head head = heads.poll();
        if (head == null) {
            return null;
        }
        await(head.file, head.order);
        return head.row;
    }

    private void await(CsvFile file, int order) throws IOException {
        Row row = file.next();
        if (row != null) {
            heads.add(new Head(row, order, file));
        }
    }

    @Override
    public void close() throws IOException {
        for (CsvFile file : files) {
            file.close();
        }
    }
}
