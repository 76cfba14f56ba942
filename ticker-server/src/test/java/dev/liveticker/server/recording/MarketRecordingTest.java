package dev.liveticker.server.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.liveticker.message.Bar;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.market.MarketSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class MarketRecordingTest {

    private static final RecordingHeader HEADER = Batches.header(Batches.AAPL);

    @TempDir
    private Path folder;

    /** One trade, and then silence. */
    private static final class Quiet implements MarketSource {

        @Override
        public String name() {
            return HEADER.source();
        }

        @Override
        public boolean simulated() {
            return false;
        }

        @Override
        public List<Instrument> instruments() {
            return HEADER.instruments();
        }

        @Override
        public List<Bar> history(Symbol symbol) {
            return List.of();
        }

        @Override
        public List<Quote> opening() {
            return HEADER.opening();
        }

        @Override
        public void start(Consumer<List<MarketEvent>> listener) {
            listener.accept(Batches.batch(1, 10).events());
        }

        @Override
        public void close() {}
    }

    @Test
    void a_disk_that_is_found_full_while_the_market_is_silent_is_said_in_the_same_sentence() throws IOException {
        Path file = folder.resolve("full.ltr");
        RecordingWriter.create(folder.resolve("header.ltr"), HEADER).close();
        long header = Files.size(folder.resolve("header.ltr"));
        FullDisk disk = new FullDisk(
                Files.newByteChannel(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), header + 5);
        try (MarketRecording recording =
                MarketRecording.start(new Quiet(), new RecordingWriter(disk, HEADER), HEADER, Long.MAX_VALUE)) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(recording::await)
                    .withMessageMatching("the recording ends at .*Z and cannot be continued: No space left on device");
        }
        assertThat(Files.size(file)).isEqualTo(header);
    }
}
