package dev.liveticker.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.message.MarketEvent;
import dev.liveticker.model.Symbol;
import java.time.Duration;
import java.util.List;

/** Clients of one hub, to which much happens at once. */
class HonestStreamTest extends Honesty {

    private static final int SYMBOLS = 5;

    @Override
    History history(HubSettings settings) {
        return new Stream(settings);
    }

    private static final class Stream extends History {

        private final Fixture hub;

        Stream(HubSettings settings) {
            super(SYMBOLS);
            hub = new Fixture(market, settings);
            begin(hub, hub, hub);
        }

        @Override
        void step(int code) {
            super.step(code);
            for (ModelClient each : clients) {
                assertThat(each.waitingBytes()).isLessThanOrEqualTo(hub.settings.outboxBytes());
            }
        }

        @Override
        void happens(MarketEvent... events) {
            hub.publish(events);
            note();
        }

        @Override
        void much(Symbol symbol, int detail) {
            MarketEvent[] events = new MarketEvent[detail % 30];
            for (int i = 0; i < events.length; i++) {
                Symbol other = market.symbols().get((detail + i * 7) % SYMBOLS);
                events[i] = i % 3 == 0 ? quote(other, detail + i) : market.trade(other, price(detail + i));
            }
            for (MarketEvent event : events) {
                hub.core.publish(List.of(event));
                note();
            }
            hub.core.turn();
        }

        @Override
        void comesBack(ModelClient client, int detail) {
            client.connect();
        }

        @Override
        void besides(ModelClient client, Symbol symbol, int detail) {
            wishes(client, symbol, detail);
        }

        @Override
        void pass(Duration time) {
            hub.pass(time);
        }
    }
}
