package dev.liveticker.server.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.liveticker.message.MarketEvent;
import dev.liveticker.server.market.MarketSource;
import dev.liveticker.server.market.Speed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class RecordedMarketTest {

    @TempDir
    private Path folder;

    private Path played;
    private Path file;

    @BeforeEach
    void record() throws IOException {
        played = folder.resolve("played.ltr");
        file = folder.resolve("made.ltr");
        Batches.write(played, Batches.header(Batches.AAPL), List.of(Batches.batch(1, 10), Batches.batch(2, 20)));
    }

    private MarketSource market() throws IOException {
        return new ReplayedMarket("played.ltr", RecordingReader.open(played), Set.of(), Speed.MAX, false);
    }

    @Test
    void what_happens_is_passed_on_and_recorded() throws IOException {
        List<MarketEvent> seen = Collections.synchronizedList(new ArrayList<>());
        try (RecordedMarket market = RecordedMarket.open(market(), file, "test 1")) {
            market.start(seen::addAll);
            await().until(() -> seen.size() == 3);
        }
        try (RecordingReader reader = RecordingReader.open(file)) {
            assertThat(Batches.read(reader).stream().flatMap(batch -> batch.events().stream()))
                    .isEqualTo(seen);
            assertThat(reader.ending().fault()).isNull();
        }
    }

    @Test
    void a_market_that_never_starts_leaves_no_file_and_removes_nobody_elses() throws IOException {
        RecordedMarket never = RecordedMarket.open(market(), file, "test 1");
        assertThat(file).exists();
        never.close();
        assertThat(file).doesNotExist();

        Files.writeString(file, "mine");
        never.close();
        assertThatThrownBy(() -> RecordedMarket.open(market(), file, "test 1")).hasMessageContaining("already");
        assertThat(file).hasContent("mine");
    }
}
