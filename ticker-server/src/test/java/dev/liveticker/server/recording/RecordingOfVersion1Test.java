package dev.liveticker.server.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.liveticker.message.Trade;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording as the first version made it. It never changes: every later version has to play it. */
class RecordingOfVersion1Test {

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void put() throws Exception {
        file = directory.resolve("day.ltr");
        try (InputStream fixture = RecordingOfVersion1Test.class.getResourceAsStream("version-1.ltr")) {
            Files.copy(fixture, file);
        }
    }

    @Test
    void all_of_it_is_played() throws Exception {
        try (RecordingReader reader = RecordingReader.open(file)) {
            List<RecordedBatch> batches = Batches.read(reader);

            assertThat(reader.header().instruments())
                    .extracting(Instrument::symbol)
                    .containsExactly(new Symbol("AAPL"));
            assertThat(reader.header().simulated()).isTrue();
            assertThat(reader.ending().fault()).isNull();
            assertThat(batches).hasSize(85);
            assertThat(batches.stream().flatMap(batch -> batch.events().stream()))
                    .hasSize(216)
                    .hasAtLeastOneElementOfType(Trade.class);
        }
    }

    @Test
    void one_of_a_newer_version_is_refused_by_name_and_version_and_left_as_it_is() throws Exception {
        byte[] newer = Files.readAllBytes(file);
        newer[BlockLayout.PREFIX_BYTES - 1] = 2;
        Files.write(file, newer);

        assertThatExceptionOfType(UnreadableRecordingException.class)
                .isThrownBy(() -> RecordingReader.open(file))
                .withMessage(file + ": it is a recording of version 2, and this program reads version 1 alone");
        assertThat(file).hasBinaryContent(newer);
    }
}
