package dev.liveticker.desktop.app;

import static dev.liveticker.desktop.app.OpenDesktop.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.opening.Opening;
import dev.liveticker.message.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files and links that another start passes on, as seen in the window. */
class OpeningJourneyTest extends Journey {

    @Override
    List<Snapshot> prices() {
        return List.of(Some.snapshot(Some.AAPL, "189.25", "188.46"));
    }

    @Test
    void links_add_symbols_files_make_lists_and_what_is_hostile_is_refused_with_a_sentence() throws Exception {
        desktop.app().open(List.of(new Opening.Link("liveticker://watch/BTC-USD,MSFT")));
        soon().untilAsserted(() -> assertThat(desktop.rows()).containsExactly("AAPL", "BTC-USD", "MSFT"));
        assertThat(desktop.text("#instrument-symbol")).isEqualTo("BTC-USD");

        desktop.app().open(List.of(new Opening.Link("liveticker://watch/MSFT,%3Cb%3E")));
        soon().until(() -> desktop.showsLike("A link was not followed: .%3Cb%3E. is no symbol"));
        assertThat(desktop.rows()).hasSize(3);

        Path file = Files.writeString(directory.resolve("Tech.ticker"), "symbol,note\nMSFT,from a file\n");
        desktop.app().open(List.of(new Opening.WatchlistFile(file)));
        soon().untilAsserted(() -> assertThat(desktop.rows()).containsExactly("MSFT"));
        assertThat(desktop.text("#lists")).isEqualTo("Tech");
    }
}
