package dev.liveticker.feed;

import dev.liveticker.feed.link.FeedTransport;
import dev.liveticker.feed.link.Link;
import dev.liveticker.feed.link.ServerPath;
import dev.liveticker.feed.machine.ConnectionMachine;
import dev.liveticker.feed.machine.Effect;
import dev.liveticker.feed.machine.Event;
import dev.liveticker.feed.machine.Loss;
import dev.liveticker.feed.stream.SequenceGuard;
import dev.liveticker.message.Bar;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.Failure;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Pong;
import dev.liveticker.message.Position;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Trade;
import dev.liveticker.message.Welcome;
import dev.liveticker.model.Symbol;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The feed: lets the {@link ConnectionMachine} decide, does what it says, and passes on what comes in through the
 * {@link SequenceGuard}. All of it happens on the loop.
 */
final class LiveFeed implements Feed {

    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
    private static final int LEAST_HEARTBEAT_MILLIS = 100;
    private static final int MOST_HEARTBEAT_MILLIS = 60_000;

    /**
     * What the feed is made of.
     *
     * @param transports by what they are called
     * @param data to fetch from what the stream lost
     * @param memory which transport worked the last time
     * @param io runs what may block
     * @param network to notice another one
     * @param random uniform in [0, 1)
     * @param atClose lets go of what was made for this feed; run on the loop
     */
    record Parts(
            FeedLoop loop,
            Function<Transport, FeedTransport> transports,
            MarketData data,
            TransportMemory memory,
            Executor io,
            NetworkWatch network,
            DoubleSupplier random,
            Runnable atClose) {}

    private final Parts parts;
    private final FeedLoop loop;
    private final FeedListener listener;
    private final ConnectionMachine machine;
    private final SubscriptionLedger ledger = new SubscriptionLedger();
    private final StreamPosition position = new StreamPosition();
    private final SequenceGuard guard = new SequenceGuard();
    private final FeedAlerts alerts;
    private final GapHealer healer;
    private final PingMeter pings;
    private final FeedClocks clocks;
    private final Reconnects reconnects = new Reconnects();
    private final Alarms alarms;
    private final Repetition repetition;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicBoolean reconciling = new AtomicBoolean();

    private FeedSettings settings;
    private @Nullable Link link;
    private @Nullable Inbox inbox;
    /** What the server last said of this link, and not of a request: it may be why the link ends. */
    private @Nullable Failure lastFailure;

    private Runnable giveUpProbe = () -> {};
    private long messages;
    private volatile ConnectionState state = new ConnectionState.Idle();
    private volatile FeedStatistics statistics = new FeedStatistics(null, 0, 0, 0, 0, 0, null);

    LiveFeed(FeedSettings settings, FeedListener listener, Parts parts) {
        this.settings = settings;
        this.listener = listener;
        this.parts = parts;
        this.loop = parts.loop();
        this.machine = new ConnectionMachine(settings, parts.memory().recall(settings.server()), parts.random());
        this.alerts = new FeedAlerts(loop, heard -> tell(() -> heard.accept(listener)));
        this.healer = new GapHealer(parts.data(), loop, new HealedSink());
        this.pings = new PingMeter(loop.nanos());
        this.alarms = new Alarms(loop);
        this.repetition = new Repetition(loop, this::sayAgain);
        this.clocks = new FeedClocks(loop, parts.io(), parts.network(), this::disturbed);
    }

    @Override
    public void start() {
        loop.execute(() -> {
            if (state instanceof ConnectionState.Idle) {
                clocks.start();
            }
            on(new Event.Start());
        });
    }

    @Override
    public void subscribe(Collection<Subscription> subscriptions) {
        List<Subscription> added = List.copyOf(subscriptions);
        loop.execute(() -> {
            ledger.want(added);
            reconcileSoon();
        });
    }

    @Override
    public void unsubscribe(Collection<Subscription> subscriptions) {
        List<Subscription> removed = List.copyOf(subscriptions);
        loop.execute(() -> {
            ledger.wantNoMore(removed);
            removed.forEach(guard::forget);
            reconcileSoon();
        });
    }

    @Override
    public void followAlerts() {
        loop.execute(alerts::follow);
    }

    @Override
    public void setAlert(ClientMessage.SetAlert alert) {
        loop.execute(() -> alerts.set(alert));
    }

    @Override
    public void removeAlert(String alert) {
        loop.execute(() -> alerts.remove(alert));
    }

    @Override
    public void acknowledge(String notification) {
        loop.execute(() -> alerts.acknowledge(notification));
    }

    @Override
    public void apply(FeedSettings newSettings) {
        loop.execute(() -> {
            if (!newSettings.server().equals(settings.server())) {
                ledger.forgetStreamed();
                position.forget();
                guard.restart();
                healer.forget();
                alerts.forget();
            }
            settings = newSettings;
            on(new Event.SettingsChanged(newSettings, parts.memory().recall(newSettings.server())));
            reconcile();
        });
    }

    @Override
    public void retryNow() {
        loop.execute(() -> on(new Event.RetryNow()));
    }

    @Override
    public ConnectionState state() {
        return state;
    }

    @Override
    public FeedStatistics statistics() {
        return statistics;
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            loop.execute(() -> {
                clocks.stop();
                on(new Event.Stop());
                parts.atClose().run();
            });
            loop.close();
        }
    }

    /** Many changes of subscriptions that come together go out together. */
    private void reconcileSoon() {
        if (!reconciling.getAndSet(true)) {
            loop.execute(() -> {
                reconciling.set(false);
                reconcile();
            });
        }
    }

    private void reconcile() {
        Link current = link;
        if (current != null) {
            ledger.reconcile(settings.maxRate()).forEach(current::send);
        }
    }

    /** The server did not hear something, without saying what. */
    private void sayAgain() {
        ledger.askAgain();
        reconcile();
        alerts.repeat();
    }

    private void disturbed(Event event) {
        boolean harmless = event instanceof Event.NetworkChanged && ThisMachine.serves(settings.server());
        if (!harmless) {
            on(event);
            // Without one nobody wants to be connected, or the server refused.
            if (link != null) {
                LOG.info("Connecting anew: {}", event);
            }
        }
    }

    private void on(Event event) {
        for (Effect effect : machine.on(event, loop.nanos())) {
            run(effect);
        }
        ConnectionState now = machine.state();
        if (!now.equals(state)) {
            state = now;
            reconnects.account(now);
            if (Reconnects.endsLink(now)) {
                pings.forget();
            }
            publish();
            LOG.debug("{}", now);
            tell(() -> listener.onState(now));
        }
    }

    private void run(Effect effect) {
        switch (effect) {
            case Effect.Open open -> open(open.link(), open.transport());
            case Effect.Close close -> drop();
            case Effect.Set set ->
                alarms.set(set.alarm(), set.delay(), () -> on(new Event.Rang(set.alarm(), set.token())));
            case Effect.Clear clear -> alarms.clear(clear.alarm());
            case Effect.Ping ping -> {
                if (link != null) {
                    link.send(List.of(pings.next(loop.nanos())));
                }
            }
            case Effect.Probe(Transport transport) ->
                giveUpProbe = TransportProbe.begin(
                        parts.transports().apply(transport),
                        settings,
                        loop,
                        works -> on(new Event.Probed(transport, works)));
            case Effect.Remember(Transport transport) -> parts.memory().remember(settings.server(), transport);
        }
    }

    private void open(int number, Transport transport) {
        drop();
        Inbox opened = new Inbox(loop, new LinkReceiver(number));
        inbox = opened;
        try {
            link = parts.transports().apply(transport).open(settings, opened);
        } catch (RuntimeException e) {
            // Such as an address that its library does not take: the machine must hear of it like of any other loss.
            LOG.warn("No connection can be begun", e);
            opened.lost(Loss.broken("no connection can be made to " + ServerPath.authority(settings.server())));
        }
    }

    private void drop() {
        giveUpProbe.run();
        if (inbox != null) {
            inbox.close();
            inbox = null;
        }
        if (link != null) {
            link.close();
            link = null;
        }
        lastFailure = null;
        repetition.cancel();
        ledger.unlinked();
        alerts.unlinked();
    }

    /** Hears one link, on the loop. */
    private final class LinkReceiver implements Inbox.Receiver {

        private final int number;

        LinkReceiver(int number) {
            this.number = number;
        }

        @Override
        public void received(List<ServerMessage> frame, Optional<Position> after) {
            on(new Event.Received(number));
            frame.forEach(this::heard);
            if (state instanceof ConnectionState.Live) {
                if (ledger.isSettled()) {
                    position.advance(frame, after);
                }
                List<ServerMessage> wanted =
                        frame.stream().filter(ledger::wants).toList();
                deliver(guard.admit(alerts.admit(wanted)));
                healer.heal(guard.takeToHeal());
            }
        }

        @Override
        public void lost(Loss loss) {
            Loss told = lastFailure == null ? loss : loss.announced(lastFailure);
            drop();
            on(new Event.Lost(number, told));
        }

        private void heard(ServerMessage message) {
            switch (message) {
                case Welcome welcome -> welcomed(welcome);
                case Pong pong -> pings.heard(pong, loop.nanos());
                case Failure failure -> objected(failure);
                default -> {}
            }
            ledger.heard(message);
        }

        private void objected(Failure failure) {
            LOG.info("The server objects: {} ({})", failure.message(), failure.code());
            if (failure.id() == null) {
                lastFailure = failure;
                if (failure.code().equals(Failure.RATE_LIMITED) && failure.retryAfterMillis() != null) {
                    repetition.after(failure.retryAfterMillis());
                }
            }
        }

        private void welcomed(Welcome welcome) {
            if (!(state instanceof ConnectionState.Connecting)) {
                return;
            }
            if (welcome.protocol() != Welcome.PROTOCOL) {
                lost(new Loss(
                        Loss.Kind.REFUSED,
                        Duration.ZERO,
                        "the server speaks version " + welcome.protocol() + " of the protocol, not "
                                + Welcome.PROTOCOL));
                return;
            }
            position.welcomed(welcome.epoch(), welcome.seq());
            ledger.linked(position.goOnFrom());
            int heartbeat = Math.clamp(welcome.heartbeatMillis(), LEAST_HEARTBEAT_MILLIS, MOST_HEARTBEAT_MILLIS);
            on(new Event.Welcomed(number, Duration.ofMillis(heartbeat)));
            reconcile();
            if (link != null) {
                alerts.linked(link, welcome.user());
            }
        }
    }

    private void deliver(List<? extends ServerMessage> admitted) {
        for (ServerMessage message : admitted) {
            if (message instanceof MarketEvent || message instanceof Snapshot) {
                messages++;
            }
        }
        publish();
        if (!admitted.isEmpty()) {
            tell(() -> listener.onMessages(List.copyOf(admitted)));
        }
    }

    private void tell(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            LOG.error("A listener of the feed failed", e);
        }
    }

    private void publish() {
        statistics = new FeedStatistics(
                pings.latency(),
                messages,
                guard.duplicates(),
                guard.gaps(),
                guard.healed(),
                reconnects.count(),
                guard.epoch());
    }

    /** What was lost and is found comes late, in its own order. */
    private final class HealedSink implements GapHealer.Sink {

        @Override
        public void trades(Symbol symbol, List<Trade> kept, boolean all) {
            deliver(guard.healTrades(symbol, kept, all));
        }

        @Override
        public void bars(Subscription subscription, List<Bar> kept, boolean all) {
            deliver(guard.healBars(subscription, kept, all));
        }
    }
}
