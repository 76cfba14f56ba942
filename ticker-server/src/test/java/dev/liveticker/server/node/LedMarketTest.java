package dev.liveticker.server.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Status;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import dev.liveticker.server.market.MarketPlan;
import dev.liveticker.server.market.MarketSource;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A market that one node goes on with where another one left it. */
class LedMarketTest {

    private static final Symbol AAPL = Symbol.of("AAPL");
    private static final Symbol MSFT = Symbol.of("MSFT");
    private static final MarketPlan PLAN = MarketPlan.simulation(1, List.of(AAPL, MSFT));

    private final List<MarketEvent> told = new CopyOnWriteArrayList<>();
    private LedMarket market;

    @BeforeEach
    void open() throws IOException {
        market = LedMarket.open(PLAN);
    }

    @AfterEach
    void close() {
        market.closeForGood();
    }

    @Test
    void what_the_node_before_halted_and_cannot_open_any_more_is_open_at_once() throws IOException {
        Map<Symbol, Quote> left = quotes();
        left = Map.of(AAPL, left.get(AAPL).withStatus(TradingStatus.HALTED), MSFT, left.get(MSFT));
        goOnFrom(left);

        assertThat(told.getFirst()).isEqualTo(new Status(AAPL, 0, TradingStatus.OPEN, "another node runs the market"));
        assertThat(told).filteredOn(Status.class::isInstance).hasSize(1);
    }

    @Test
    void where_all_is_as_it_is_known_nothing_is_said_of_it() throws IOException {
        goOnFrom(quotes());

        assertThat(told).noneMatch(Status.class::isInstance);
    }

    private void goOnFrom(Map<Symbol, Quote> left) {
        market.goOnFrom(() -> left);
        market.start(told::addAll);
    }

    private static Map<Symbol, Quote> quotes() throws IOException {
        try (MarketSource market = PLAN.open(Map.of())) {
            List<Quote> opening = market.opening();
            return Map.of(
                    opening.getFirst().symbol(),
                    opening.getFirst(),
                    opening.getLast().symbol(),
                    opening.getLast());
        }
    }
}
