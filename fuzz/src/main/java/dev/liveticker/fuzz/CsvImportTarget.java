package dev.liveticker.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.liveticker.server.recording.Ending;
import dev.liveticker.server.recording.RecordedBatch;
import dev.liveticker.server.recording.RecordingReader;
import dev.liveticker.server.recording.csv.CsvImport;
import dev.liveticker.server.recording.csv.MalformedCsvException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * CSV files that are made into recordings: each becomes one that is whole, or is refused with a line that names it, and
 * nothing is left behind.
 */
final class CsvImportTarget implements Target {

    private final Scratch scratch = new Scratch();

    @Override
    public void take(byte[] input) throws IOException {
        Path file = scratch.only("in.csv", input);
        Path recording = scratch.path("out.ltr");
        try {
            CsvImport.Summary summary =
                    new CsvImport(List.of(file), CsvImport.Settings.derived()).into(recording, "a test");
            check(recording, summary);
        } catch (MalformedCsvException e) {
            String said = String.valueOf(e.getMessage());
            Claim.line(said);
            Claim.that(said.startsWith("in.csv"), () -> "the file is not named in: " + said);
            Claim.that(Files.notExists(recording), () -> "half a recording is left");
        } catch (IllegalArgumentException e) {
            // How long bars are cannot be told; a person then names it.
            Claim.that(String.valueOf(e.getMessage()).contains("--interval"), () -> "no word of what to do: " + e);
            Claim.that(Files.notExists(recording), () -> "half a recording is left");
        }
    }

    private static void check(Path recording, CsvImport.Summary summary) throws IOException {
        try (RecordingReader reader = RecordingReader.open(recording)) {
            Claim.same(summary.first(), reader.header().start());
            Claim.same(summary.symbols(), reader.header().instruments().size());
            long events = 0;
            for (RecordedBatch batch = reader.next(); batch != null; batch = reader.next()) {
                events += batch.events().size();
            }
            Ending ending = reader.ending();
            Claim.that(ending != null && ending.fault() == null, () -> "the recording is not whole: " + ending);
            long found = events;
            Claim.that(found >= summary.trades(), () -> found + " events of " + summary.trades() + " trades");
        }
    }

    @Override
    public List<byte[]> seeds() {
        return List.of("""
                        time,symbol,price,size,side
                        2026-03-06T09:30:00-05:00,AAPL,187.25,100,buy
                        2026-03-06 14:30:00.5Z,"BRK.B",411.02,5,
                        # late
                        1772807400,AAPL,187.2,7,s
                        """, """
                        time,symbol,open,high,low,close,volume
                        2026-03-06,^GSPC,6800,6850.5,6790,6843.25,0
                        2026-03-07,^GSPC,6843.25,6900,6800,6899.99,1000000
                        """, "\uFEFFsymbol,time,size,price\r\nBTC-USD,1772789400.123456,0.25,68000.5\r\n", """
                        time,symbol,open,high,low,close,volume
                        1772789400000,AAPL,1,2,0.5,1.5,10
                        1772789460000,AAPL,1.5,2,1,1,20
                        """)
                .stream()
                .map(text -> text.getBytes(UTF_8))
                .toList();
    }
}
