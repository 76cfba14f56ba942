package dev.liveticker.server.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.message.Status;
import dev.liveticker.model.TradingStatus;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HaltsTest {

    private static final Instant START = Instant.parse("2026-03-03T15:00:00Z");

    /** A stock that moves by half its price a day, which no catalogue would list as usual. */
    private static final String WILD = """
            symbol,name,kind,currency,tickSize,sector,price,volatility,quotesPerSecond,tradeSize
            WILD,Wild,stock,USD,0.01,,20,10,4,100
            COIN,Coin,crypto,USD,0.01,,20,10,4,100
            """;

    @Test
    void a_stock_that_runs_away_is_halted_for_five_minutes_and_then_goes_on() throws Exception {
        List<Listing> listings = Catalogue.read(new StringReader(WILD), "wild").listings();
        int halts = 0;
        for (int seed = 0; halts < 3 && seed < 20; seed++) {
            halts += halts(new SimulatedMarket(seed, listings, START));
        }

        assertThat(halts).isEqualTo(3);
    }

    /** Runs a market until it halted once and went on, or for six hours; how often it halted. */
    private static int halts(SimulatedMarket market) {
        MarketWatch watch = new MarketWatch(market.instruments(), market.opening());
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < 20 * 6 * 3_600 && times.size() < 2; i++) {
            watch.see(market.step());
            while (times.size() < watch.changes().size()) {
                times.add(market.time());
            }
        }
        if (times.size() < 2) {
            return 0;
        }
        Status halt = watch.changes().getFirst();
        assertThat(halt.symbol().text()).isEqualTo("WILD");
        assertThat(halt.status()).isEqualTo(TradingStatus.HALTED);
        assertThat(halt.reason()).matches("limit (up|down): more than 10 % in 5 minutes");
        assertThat(watch.changes().get(1).status()).isEqualTo(TradingStatus.OPEN);
        assertThat(times.get(1) - times.get(0))
                .isBetween(PriceBand.PAUSE - SimulatedMarket.STEP, PriceBand.PAUSE + 60_000_000);
        return 1;
    }
}
