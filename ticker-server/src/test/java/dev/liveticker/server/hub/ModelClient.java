package dev.liveticker.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.codec.Encoding;
import dev.liveticker.message.Bar;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.Gap;
import dev.liveticker.message.Heartbeat;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Status;
import dev.liveticker.message.Subscribed;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.access.Principal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A client as the protocol describes it, which loses its connection now and then. It believes what it reads, and
 * complains when that contradicts itself.
 */
final class ModelClient {

    /** What it wants of a symbol: on which channel, and since when it may expect everything. */
    private record Wish(Channel channel, Symbol symbol) {}

    private record Interest(long from, @Nullable Double maxRate) {}

    /** Of what it was told the newest number. */
    private record Told(Class<?> kind, Symbol symbol) {}

    private Fixture hub;
    private final String name;
    private final boolean counts;
    private final Map<Wish, Interest> wishes = new LinkedHashMap<>();
    private final Shown shown = new Shown();
    /**
     * Of bars it may have been told nothing but that they were subscribed to, and then knows where it is all the same.
     */
    private final Set<Symbol> barsBegun = new HashSet<>();

    private final Map<Long, Symbol> lossless = new HashMap<>();
    /** What it asked for again while a frame was arriving that may hold the same from before. */
    private final Map<Wish, Frame> unanswered = new HashMap<>();

    private final List<Gap> gaps = new ArrayList<>();
    private final Map<Told, Long> newest = new HashMap<>();
    private @Nullable Session session;
    private @Nullable Frame arriving;
    private int attempt;
    private boolean pending;
    private long position = -1;
    private long connectedAt;
    private boolean lostSomething;

    /** @param counts whether it knows its position from what it gets, as on a WebSocket, and not from the frame */
    ModelClient(Fixture hub, String name, boolean counts) {
        this.hub = hub;
        this.name = name;
        this.counts = counts;
    }

    /** Takes frames from the hub but reads them only when told to. */
    private final class Wire implements Outlet {
        @Override
        public void send(Frame frame) {
            assertThat(arriving).as("one frame at a time").isNull();
            arriving = frame;
        }

        @Override
        public void end(dev.liveticker.message.End end) {
            arriving = null;
            session = null;
        }
    }

    boolean connected() {
        return session != null;
    }

    /** It connects to another hub of the same log from now on. */
    void goTo(Fixture other) {
        assertThat(session).isNull();
        giveUp();
        hub = other;
    }

    private void giveUp() {
        attempt++;
        pending = false;
    }

    /** Connects, and goes on where it was. */
    void connect() {
        if (session != null || pending) {
            return;
        }
        pending = true;
        int mine = ++attempt;
        List<ClientMessage.Subscribe> asked = new ArrayList<>();
        wishes.forEach((wish, interest) -> asked.add(request(wish, interest)));
        hub.core.caughtUp(this, asked, () -> {
            if (mine == attempt) {
                pending = false;
                takePlace();
            }
        });
        hub.core.turn();
    }

    private void takePlace() {
        // What it lost after its position it can still have.
        gaps.removeIf(gap -> gap.fromSeq() > position);
        gaps.replaceAll(gap ->
                new Gap(gap.channel(), gap.symbol(), gap.fromSeq(), Math.min(gap.toSeq(), position), gap.reason()));
        unanswered.clear();
        shown.connected();
        connectedAt = hub.head();
        List<ClientMessage.Subscribe> all = new ArrayList<>();
        wishes.replaceAll((wish, interest) -> {
            ClientMessage.Subscribe request = request(wish, interest);
            all.add(request);
            if (request.since() != null) {
                return interest;
            }
            beginsAnew(wish.symbol());
            return new Interest(hub.head(), interest.maxRate());
        });
        Carrier carrier = counts ? Carrier.WEBSOCKET : Carrier.EVENT_STREAM;
        session = hub.core.connect(
                name, new Connection(Encoding.JSON, all, Principal.local(), carrier), new Wire(), new Intake());
    }

    /** Who cannot say where it was may be told again what this hub, being behind the one before, has yet to hear of. */
    private void beginsAnew(Symbol symbol) {
        boolean again =
                lossless.entrySet().removeIf(told -> told.getValue().equals(symbol) && told.getKey() > hub.head());
        if (again) {
            newest.keySet().removeIf(what -> what.symbol().equals(symbol));
        }
    }

    private ClientMessage.Subscribe request(Wish wish, Interest interest) {
        boolean knows = shown.knows(wish.channel(), wish.symbol())
                || (wish.channel() == Channel.BARS && barsBegun.contains(wish.symbol()));
        String since = knows && position >= 0 ? hub.positionText(position) : null;
        return new ClientMessage.Subscribe(
                wish.symbol().text(),
                wish.channel(),
                List.of(wish.symbol().text()),
                wish.channel() == Channel.BARS ? Shown.BARS : null,
                interest.maxRate(),
                since);
    }

    private void forget(Channel channel, Symbol symbol) {
        shown.forget(channel, symbol);
        if (channel == Channel.BARS) {
            barsBegun.remove(symbol);
        }
    }

    /** The connection is cut; what was on its way arrives or does not. */
    void cut(boolean arrives) {
        giveUp();
        if (session == null) {
            return;
        }
        Frame last = arriving;
        arriving = null;
        hub.core.disconnected(session);
        session = null;
        if (arrives && last != null) {
            take(last);
        }
    }

    void subscribe(Channel channel, Symbol symbol, @Nullable Double maxRate) {
        if (session == null) {
            return;
        }
        Wish wish = new Wish(channel, symbol);
        Interest before = wishes.get(wish);
        // Who had a limit keeps one: without, it could not say on a resume that a value may have been held back.
        Double rate = before != null && before.maxRate() != null && maxRate == null ? before.maxRate() : maxRate;
        // This hub may be behind the one before; whoever never hears of this goes on from where it was there.
        Interest interest = new Interest(before == null ? Math.max(hub.head(), position) : before.from(), rate);
        if (before == null) {
            forget(channel, symbol);
            beginsAnew(symbol);
            if (arriving != null) {
                unanswered.put(wish, arriving);
            }
        }
        wishes.put(wish, interest);
        hub.core.receive(
                session,
                List.of(new ClientMessage.Subscribe(
                        null,
                        channel,
                        List.of(symbol.text()),
                        channel == Channel.BARS ? Shown.BARS : null,
                        rate,
                        null)));
        hub.core.turn();
    }

    void unsubscribe(Channel channel, Symbol symbol) {
        if (session == null) {
            return;
        }
        Wish wish = new Wish(channel, symbol);
        wishes.remove(wish);
        forget(channel, symbol);
        hub.core.receive(
                session,
                List.of(new ClientMessage.Unsubscribe(
                        null, channel, List.of(symbol.text()), channel == Channel.BARS ? Shown.BARS : null)));
        hub.core.turn();
    }

    /** Reads the frame that is arriving, if any. */
    void read() {
        Frame frame = arriving;
        if (frame == null || session == null) {
            return;
        }
        arriving = null;
        take(frame);
        hub.core.drained(session);
        hub.core.turn();
    }

    void readAll() {
        while (arriving != null && session != null) {
            read();
        }
    }

    private void take(Frame frame) {
        assertThat(frame.position().seq()).isLessThanOrEqualTo(hub.head());
        long before = 0;
        for (ServerMessage message : RecordingOutlet.decode(frame, Encoding.JSON)) {
            switch (message) {
                case MarketEvent event -> {
                    assertThat(event.seq()).as("in order within a frame").isGreaterThan(before);
                    before = event.seq();
                    event(event);
                }
                case Snapshot snapshot -> {
                    assertThat(snapshot.seq()).as("in order within a frame").isGreaterThan(before);
                    before = snapshot.seq();
                    if (wants(Channel.QUOTES, snapshot.symbol())) {
                        shown.snapshot(snapshot, shared());
                    }
                }
                case Gap gap -> gap(gap);
                case Subscribed answer -> answered(answer);
                case Heartbeat beat -> {
                    assertThat(beat.seq()).isLessThanOrEqualTo(frame.position().seq());
                    counted(beat.seq());
                }
                case ServerMessage other -> {}
            }
        }
        unanswered.values().removeIf(frame::equals);
        if (!counts) {
            position = frame.position().seq();
        }
    }

    private void event(MarketEvent event) {
        switch (event) {
            case Quote quote -> {
                if (wants(Channel.QUOTES, quote.symbol())) {
                    shown.quote(quote, shared());
                }
            }
            case Trade trade -> lossless(trade, Channel.TRADES);
            case Status status -> lossless(status, Channel.QUOTES);
            case Bar bar -> {
                if (bar.closed()) {
                    lossless(bar, Channel.BARS);
                }
                if (wants(Channel.BARS, bar.symbol())) {
                    shown.bar(bar, shared());
                }
            }
        }
    }

    private boolean wants(Channel channel, Symbol symbol) {
        Wish wish = new Wish(channel, symbol);
        return wishes.containsKey(wish) && !unanswered.containsKey(wish);
    }

    private boolean shared() {
        return hub.board.numbering().shared();
    }

    private void lossless(MarketEvent event, Channel channel) {
        assertThat(lossless.put(event.seq(), event.symbol()))
                .as("%s comes once", event)
                .isNull();
        counted(event.seq());
        rising(new Told(event.getClass(), event.symbol()), event.seq());
        assertThat(gaps)
                .as("what was announced as lost does not come")
                .noneMatch(gap -> covers(gap, channel, event) && "slow_reader".equals(gap.reason()));
    }

    private void counted(long seq) {
        if (counts) {
            position = Math.max(position, seq);
        }
    }

    private void rising(Told what, long seq) {
        Long before = newest.put(what, seq);
        assertThat(before == null || before < seq).as("%s rises", what).isTrue();
    }

    /**
     * If its quotes could not go on where they were, the snapshot tells of any change of status before; of bars it
     * knows where it is from now on.
     */
    private void answered(Subscribed answer) {
        if (answer.channel() == Channel.BARS) {
            answer.symbols().stream()
                    .filter(symbol -> wants(Channel.BARS, symbol))
                    .forEach(barsBegun::add);
        }
        if (answer.id() != null && answer.channel() == Channel.QUOTES && !answer.resumed()) {
            wishes.computeIfPresent(
                    new Wish(Channel.QUOTES, Symbol.of(answer.id())),
                    (wish, interest) -> new Interest(Math.max(interest.from(), connectedAt), interest.maxRate()));
        }
    }

    private void gap(Gap gap) {
        assertThat(gap.fromSeq()).isBetween(1L, gap.toSeq());
        assertThat(gap.toSeq()).isLessThanOrEqualTo(hub.head());
        gaps.add(gap);
        lostSomething = true;
    }

    private static boolean covers(Gap gap, Channel channel, MarketEvent event) {
        return gap.channel() == channel
                && (gap.symbol() == null || gap.symbol().equals(event.symbol()))
                && gap.fromSeq() <= event.seq()
                && event.seq() <= gap.toSeq();
    }

    /** Every lossless event since it asked was received or announced as lost. */
    void hasEvery(MarketEvent event, Channel channel) {
        Interest interest = wishes.get(new Wish(channel, event.symbol()));
        if (interest != null && event.seq() > interest.from()) {
            assertThat(lossless.containsKey(event.seq()) || gaps.stream().anyMatch(gap -> covers(gap, channel, event)))
                    .as("%s has or knows it lost %s", name, event)
                    .isTrue();
        }
    }

    /** What it shows is what the hub knows. */
    void showsTheTruth() {
        wishes.keySet().forEach(wish -> shown.isTheTruth(wish.channel(), wish.symbol(), hub.board));
    }

    /** Whether it was ever told of a loss. */
    boolean lostSomething() {
        return lostSomething;
    }

    /** How many bytes wait for it. */
    long waitingBytes() {
        return session == null ? 0 : session.waitingBytes();
    }
}
