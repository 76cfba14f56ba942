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
        SimulatedMarket market = new SimulatedMarket(
                3, Catalogue.read(new StringReader(WILD), "wild").listings(), START);
        MarketWatch watch = new MarketWatch(market.instruments(), market.opening());
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < 20 * 86_400 && watch.changes().size() < 8; i++) {
            int known = watch.changes().size();
            watch.see(market.step());
            for (int j = known; j < watch.changes().size(); j++) {
                times.add(market.time());
            }
        }

        assertThat(watch.changes()).hasSizeGreaterThanOrEqualTo(8).allSatisfy(status -> assertThat(
                        status.symbol().text())
                .isEqualTo("WILD"));
        for (int i = 0; i < 8; i += 2) {
            Status halt = watch.changes().get(i);
            assertThat(halt.status()).isEqualTo(TradingStatus.HALTED);
            assertThat(halt.reason()).matches("limit (up|down): more than 10 % in 5 minutes");
            assertThat(watch.changes().get(i + 1).status()).isEqualTo(TradingStatus.OPEN);
            assertThat(times.get(i + 1) - times.get(i))
                    .isBetween(PriceBand.PAUSE - SimulatedMarket.STEP, PriceBand.PAUSE + 60_000_000);
        }
    }
}
