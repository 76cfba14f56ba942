package dev.liveticker.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.liveticker.server.market.Catalogue;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListingsTest {

    @Test
    void all_symbols_together_are_quoted_as_often_as_was_asked() {
        Listings listings = Listings.of(60, 150);

        assertThat(IntStream.range(0, 60).mapToDouble(listings::rate).sum()).isCloseTo(150, within(1e-9));
        assertThat(listings.rate(0)).isGreaterThan(listings.rate(59));
    }

    @Test
    void the_server_takes_the_file(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("instruments.csv");
        Listings listings = Listings.of(60, 150);
        listings.write(file);

        assertThat(Catalogue.read(file).listings()).hasSize(60);
    }
}
