package dev.liveticker.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScrapeTest {

    private static final Scrape SCRAPE = Scrape.parse("""
            # HELP live_ticker_connections Clients that have a place.
            live_ticker_connections{transport="websocket"} 3.0
            live_ticker_connections{transport="polling"} 4.0
            live_ticker_connections_others 90.0
            jvm_threads_live_threads 31.0
            """);

    @Test
    void samples_of_a_meter_are_added_up() {
        assertThat(SCRAPE.sum("live_ticker_connections")).isEqualTo(7);
        assertThat(SCRAPE.sum("live_ticker_connections", "transport=\"polling\""))
                .isEqualTo(4);
        assertThat(SCRAPE.sum("jvm_threads_live_threads")).isEqualTo(31);
        assertThat(SCRAPE.sum("nothing")).isZero();
    }
}
