package dev.liveticker.server.market;

import dev.liveticker.message.Quote;
import dev.liveticker.model.Symbol;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;

/**
 * Which market a server is to run: known before the server, set up by it. It may be opened several times, and the
 * market of one opening still be there at the next, so what a plan holds must remember nothing of any market.
 */
@FunctionalInterface
public interface MarketPlan {

    /**
     * Sets the market up; it trades once started.
     *
     * @param last the newest quote of each symbol that an earlier run left, maybe of another market; empty if there was
     *     none. A market that goes on is opened again without what is another's; one that
     *     {@link MarketSource#standsAlone stands alone} must not go on from any
     * @throws IOException if what it needs, such as a file or an exchange, cannot be had; the message says why
     * @throws IllegalArgumentException if what is asked of it makes no sense; the message says what
     */
    MarketSource open(Map<Symbol, Quote> last) throws IOException;

    /**
     * The built-in simulation at the pace of the clock.
     *
     * @param symbols what it trades; empty for everything
     */
    static MarketPlan simulation(long seed, Collection<Symbol> symbols) {
        return last -> new SimulationPlan(
                        seed,
                        Catalogue.builtIn().select(symbols),
                        SimulationSettings.ROUND_THE_CLOCK,
                        Speed.REAL_TIME,
                        null)
                .open(last);
    }
}
