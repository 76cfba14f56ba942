package dev.liveticker.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import dev.liveticker.server.packed.MalformedStateException;
import dev.liveticker.server.packed.PackedReader;
import dev.liveticker.server.packed.PackedWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Hubs that are given the same batches have the same, whichever clients each has. */
class ReplicatedBoardTest {

    private static final int SYMBOLS = 4;
    private static final List<Channel> CHANNELS = List.of(Channel.values());
    private static final List<TradingStatus> STATUSES = List.of(TradingStatus.values());

    @Property(tries = 500)
    void the_same_batches_make_the_same_log_values_and_numbers(
            @ForAll @Size(min = 1, max = 120) List<@IntRange(min = 0, max = 1_000_000) Integer> script,
            @ForAll @IntRange(max = 120) int moment)
            throws MalformedStateException {
        Run run = new Run();
        for (int i = 0; i < script.size(); i++) {
            if (i == Math.min(moment, script.size() - 1)) {
                run.begins();
            }
            run.step(script.get(i));
        }
        run.areTheSame();
    }

    private static HubState copy(HubState state) throws MalformedStateException {
        PackedWriter to = new PackedWriter();
        state.write(to);
        PackedReader from = new PackedReader(to.written());
        HubState copy = HubState.read(from);
        from.end();
        return copy;
    }

    private static List<ServerMessage> lossless(Fixture hub, long after) {
        List<ServerMessage> all = new ArrayList<>();
        for (SymbolSlot slot : hub.board.slots()) {
            List<Lane> lanes = new ArrayList<>(List.of(slot.trades(), slot.status()));
            for (Interval interval : Interval.values()) {
                lanes.add(slot.bars(interval).closed());
            }
            for (Lane lane : lanes) {
                for (LogEntry entry = lane.firstAfter(after); entry != null; entry = entry.next()) {
                    all.add(entry.encoded().message());
                }
            }
        }
        return all;
    }

    /** One history of a market, followed by a hub without clients, one with many, and one that came later. */
    private static final class Run {

        private final Market market = Market.withSymbols(SYMBOLS);
        private final Fixture quiet = Fixture.shared(market, Fixture.small(50, 2_000, 500));
        private final Fixture busy = Fixture.shared(market, Fixture.small(50, 2_000, 500));
        private final List<Fixture.Client> clients = new ArrayList<>();
        private final Fixture late = Fixture.shared(market, Fixture.small(50, 2_000, 500));
        private long lateSince;

        Run() {
            busy.core.restore("same", quiet.core.capture());
            quiet.core.restore("same", quiet.core.capture());
        }

        /** What the hub that comes later knows is what the one with clients wrote down. */
        void begins() throws MalformedStateException {
            late.core.restore("same", copy(busy.core.capture()));
            lateSince = late.board.numbering().lastEvent();
            assertThat(late.core.capture()).usingRecursiveComparison().isEqualTo(quiet.core.capture());
        }

        void areTheSame() {
            same(busy);
            same(late);
            assertThat(lossless(busy, 0)).isEqualTo(lossless(quiet, 0));
            assertThat(lossless(late, 0)).isEqualTo(lossless(quiet, lateSince));
        }

        void step(int code) {
            Symbol symbol = market.symbols().get(code / 10 % SYMBOLS);
            int detail = code / 10 / SYMBOLS;
            switch (code % 10) {
                case 0, 1 -> publish(market.quote(symbol, price(detail)));
                case 2, 3 -> publish(market.trade(symbol, price(detail)));
                case 4 ->
                    publish(
                            market.trade(symbol, price(detail)),
                            market.quote(symbol, price(detail), price(detail), null, null, null),
                            market.trade(market.symbols().getFirst(), price(detail + 1)));
                case 5 -> publish(market.status(symbol, STATUSES.get(detail % STATUSES.size())));
                case 6 -> market.pass(1_000_000L * (detail % 200));
                case 7 -> clients.add(busy.connect(asks(symbol, detail)));
                case 8 ->
                    clients.forEach(client -> client.says(asks(symbol, detail)).readsAll());
                default -> busy.pass(Duration.ofMillis(detail % 300));
            }
        }

        private static ClientMessage.Subscribe asks(Symbol symbol, int detail) {
            Channel channel = CHANNELS.get(detail % CHANNELS.size());
            Double rate = detail % 2 == 0 ? null : 5.0;
            return Fixture.subscribe(channel, rate, null, symbol);
        }

        private static String price(int detail) {
            return 10 + detail % 5 + "." + (10 + detail % 90);
        }

        private void publish(MarketEvent... events) {
            quiet.publish(events);
            busy.publish(events);
            late.publish(events);
        }

        private void same(Fixture other) {
            assertThat(other.board.numbering().lastEvent())
                    .isEqualTo(quiet.board.numbering().lastEvent());
            assertThat(other.core.capture()).usingRecursiveComparison().isEqualTo(quiet.core.capture());
        }
    }
}
