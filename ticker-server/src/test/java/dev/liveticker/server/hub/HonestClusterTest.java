package dev.liveticker.server.hub;

import dev.liveticker.message.MarketEvent;
import dev.liveticker.model.Symbol;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Clients that come to another hub of the same log each time, which may not be as far as the one before. */
class HonestClusterTest extends Honesty {

    private static final int SYMBOLS = 4;
    private static final int NODES = 3;

    @Override
    History history(HubSettings settings) {
        return new Wandering(settings);
    }

    /** What happens is on its way to each hub by itself, and clients wander between them. */
    private static final class Wandering extends History {

        private final List<Fixture> nodes = new ArrayList<>();
        private final Map<Fixture, ArrayDeque<List<MarketEvent>>> onTheirWay = new HashMap<>();

        Wandering(HubSettings settings) {
            super(SYMBOLS);
            for (int i = 0; i < NODES; i++) {
                Fixture node = Fixture.shared(market, settings);
                nodes.add(node);
                onTheirWay.put(node, new ArrayDeque<>());
            }
            HubState first = nodes.getFirst().core.capture();
            nodes.forEach(node -> node.core.restore("epoch", first));
            begin(nodes.getFirst(), nodes.get(1), nodes.get(2));
        }

        @Override
        void happens(MarketEvent... events) {
            onTheirWay.values().forEach(queue -> queue.add(List.of(events)));
            // The first is always as far as the market.
            arrives(nodes.getFirst(), 1);
            note();
        }

        @Override
        void much(Symbol symbol, int detail) {
            happens(market.trade(symbol, price(detail)), quote(symbol, detail));
        }

        private void arrives(Fixture node, int atMost) {
            ArrayDeque<List<MarketEvent>> queue = onTheirWay.get(node);
            for (int i = 0; i < atMost && !queue.isEmpty(); i++) {
                node.publish(queue.poll().toArray(new MarketEvent[0]));
            }
        }

        @Override
        void comesBack(ModelClient client, int detail) {
            if (!client.connected()) {
                client.goTo(nodes.get(detail / 2 % NODES));
            }
            client.connect();
        }

        @Override
        void besides(ModelClient client, Symbol symbol, int detail) {
            arrives(nodes.get(detail % NODES), detail / NODES % 4);
        }

        /** Entries are on their way for less long than anyone is ready to wait. */
        @Override
        void pass(Duration time) {
            nodes.forEach(node -> arrives(node, Integer.MAX_VALUE));
            nodes.forEach(node -> node.pass(time));
        }
    }
}
