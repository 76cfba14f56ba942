package dev.liveticker.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.market.MarketPlan;
import dev.liveticker.server.market.MarketSource;
import dev.liveticker.server.venue.ScriptedVenue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Timeout(180)
class VenueOptionsTest {

    private final ScriptedVenue venue = new ScriptedVenue();

    @Command
    private static final class Probe {
        @Mixin
        private final VenueOptions venue = new VenueOptions();
    }

    @AfterEach
    void stop() {
        venue.close();
    }

    private static String confirmed(String channel) {
        return "{\"method\":\"subscribe\",\"result\":{\"channel\":\"" + channel
                + "\",\"symbol\":\"BTC/USD\"},\"success\":true}";
    }

    private static String trades(String type, long from, long to) {
        StringBuilder trades = new StringBuilder();
        for (long id = from; id <= to; id++) {
            trades.append(trades.isEmpty() ? "" : ",")
                    .append("{\"symbol\":\"BTC/USD\",\"side\":\"buy\",\"price\":60000.0,\"qty\":0.01,\"trade_id\":")
                    .append(id)
                    .append(",\"timestamp\":\"")
                    .append(Instant.now())
                    .append("\"}");
        }
        return "{\"channel\":\"trade\",\"type\":\"" + type + "\",\"data\":[" + trades + "]}";
    }

    /** Kraken, which does not tell its last trades by itself. */
    private void kraken() {
        venue.onText((peer, said) -> {
            if (said.contains("\"instrument\"")) {
                peer.say(
                        "{\"channel\":\"instrument\",\"type\":\"snapshot\",\"data\":{\"pairs\":[{\"symbol\":\"BTC/USD\","
                                + "\"price_increment\":0.1,\"quote\":\"USD\",\"status\":\"online\"}]}}");
            } else if (said.contains("\"ticker\"")) {
                peer.say(confirmed("ticker"));
                peer.say("{\"channel\":\"ticker\",\"type\":\"snapshot\",\"data\":[{\"symbol\":\"BTC/USD\","
                        + "\"bid\":59999.9,\"bid_qty\":1,\"ask\":60000.1,\"ask_qty\":1,\"last\":60000.0}]}");
            } else {
                peer.say(confirmed("trade"));
            }
        });
    }

    @Test
    void a_market_that_is_opened_again_knows_nothing_of_the_one_before() throws Exception {
        kraken();
        Probe probe = new Probe();
        new CommandLine(probe)
                .parseArgs("--source=kraken", "--source-url", venue.address().toString());
        MarketPlan plan = probe.venue.plan(List.of(Symbol.of("BTC-USD")), Map.of());
        assertThat(first(plan)).isEqualTo(1);

        assertThat(first(plan)).as("none of the fifty trades of before").isEqualTo(1);
    }

    /** How many trades there are after those of before and one more were told. */
    private int first(MarketPlan plan) throws Exception {
        List<MarketEvent> events = new CopyOnWriteArrayList<>();
        try (MarketSource market = plan.open(Map.of())) {
            market.start(events::addAll);
            venue.say(trades("snapshot", 1, 50));
            venue.say(trades("update", 51, 51));
            await().atMost(Duration.ofMinutes(1)).until(() -> events.stream().anyMatch(Trade.class::isInstance));
        }
        return (int) events.stream().filter(Trade.class::isInstance).count();
    }
}
