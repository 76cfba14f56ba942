package dev.liveticker.benchmarks.soak;

import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.Transport;
import dev.liveticker.model.Symbol;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** All clients: those written after the protocol, and the desktops' feeds behind a load balancer. */
final class Crowd implements AutoCloseable {

    /** How the transports are mixed, of twenty. */
    private static final List<RawClient.Kind> MIX = mix(Map.of(
            RawClient.Kind.WEBSOCKET_JSON, 5,
            RawClient.Kind.WEBSOCKET_CBOR_DEFLATED, 5,
            RawClient.Kind.EVENTS, 4,
            RawClient.Kind.LONG_POLLING, 2,
            RawClient.Kind.POLLING, 2,
            RawClient.Kind.SOCKET_IO, 2));

    /** Of the desktops' feeds in turn; the first finds one by itself. */
    private static final List<Optional<Transport>> TRANSPORTS = List.of(
            Optional.empty(),
            Optional.of(Transport.WEBSOCKET),
            Optional.of(Transport.SSE),
            Optional.of(Transport.LONG_POLLING),
            Optional.of(Transport.POLLING));

    private final List<RawClient> clients = new ArrayList<>();
    private final List<Desk> desks = new ArrayList<>();
    private final List<Relay> relays = new ArrayList<>();
    private final Passes passes;
    private final SplittableRandom random;

    private Crowd(Passes passes, SplittableRandom random) {
        this.passes = passes;
        this.random = random;
    }

    private static List<RawClient.Kind> mix(Map<RawClient.Kind, Integer> shares) {
        List<RawClient.Kind> mix = new ArrayList<>();
        new EnumMap<>(shares).forEach((kind, share) -> {
            for (int i = 0; i < share; i++) {
                mix.add(kind);
            }
        });
        return List.copyOf(mix);
    }

    /** Nobody is connected yet. */
    static Crowd of(int clients, int desks, RawClient.Surroundings around, List<Symbol> traded, long seed)
            throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        Crowd crowd = new Crowd(around.passes(), random);
        for (int i = 0; i < clients; i++) {
            crowd.clients.add(client(MIX.get(i % MIX.size()), i, around, traded, random.split()));
        }
        for (int i = 0; i < desks; i++) {
            crowd.desks.add(new Desk("desk-" + i, around.chronicle(), traded));
            crowd.relays.add(new Relay(around.nodes(), i));
        }
        return crowd;
    }

    private static RawClient client(
            RawClient.Kind kind,
            int number,
            RawClient.Surroundings around,
            List<Symbol> traded,
            SplittableRandom random) {
        String name = "client-" + number;
        return switch (kind) {
            case WEBSOCKET_JSON -> WebSocketClient.json(name, around, traded, random);
            case WEBSOCKET_CBOR_DEFLATED -> WebSocketClient.deflatedCbor(name, around, traded, random);
            case SOCKET_IO -> new SocketIoClient(name, around, traded, random);
            case EVENTS -> new EventClient(name, around, traded, random);
            case LONG_POLLING -> new PollingClient(true, name, around, traded, random);
            case POLLING -> new PollingClient(false, name, around, traded, random);
        };
    }

    /** All come. */
    void come() {
        clients.forEach(RawClient::begin);
        for (int i = 0; i < desks.size(); i++) {
            // Some let the feed find the transport, as a desktop does unless it is told.
            Desk desk = desks.get(i);
            @Nullable
            Transport transport = TRANSPORTS.get(i % TRANSPORTS.size()).orElse(null);
            FeedSettings settings = new FeedSettings(
                    relays.get(i).address(),
                    transport,
                    i / TRANSPORTS.size() % 2 == 0,
                    true,
                    passes.lasting(desk.name()),
                    null);
            desk.open(settings, random.split());
        }
    }

    List<RawClient> clients() {
        return clients;
    }

    List<Desk> desks() {
        return desks;
    }

    /** Ends all connections of the desktops, in the middle of whatever is on them. */
    void cutRelays() {
        relays.forEach(Relay::cutAll);
    }

    Passes passes() {
        return passes;
    }

    /** Messages of the market and others that all have taken in. */
    long messages() {
        return clients.stream().mapToLong(client -> client.picture().messages()).sum()
                + desks.stream().mapToLong(Desk::messages).sum();
    }

    /** How often a connection was made again. */
    long reconnects() {
        return clients.stream()
                        .mapToLong(client -> Math.max(0, client.connects() - 1))
                        .sum()
                + desks.stream().mapToLong(Desk::reconnects).sum();
    }

    /** Those that keep a connection open which the server counts until it ends. */
    long streaming() {
        return clients.stream().filter(client -> client.kind().streaming()).count()
                + desks.stream()
                        .flatMap(desk -> desk.live().stream())
                        .filter(live -> live.transport() == Transport.WEBSOCKET || live.transport() == Transport.SSE)
                        .count();
    }

    /** The first differences from what a node says; empty if there are none. */
    List<String> differences(Truth truth) {
        List<String> all = new ArrayList<>();
        clients.forEach(client -> client.difference(truth).ifPresent(all::add));
        desks.forEach(desk -> desk.difference(truth).ifPresent(all::add));
        return all;
    }

    /** All go, some of them politely. */
    @Override
    public void close() throws IOException {
        for (int i = 0; i < clients.size(); i++) {
            clients.get(i).leave(i % 2 == 0);
        }
        desks.forEach(Desk::close);
        for (Relay relay : relays) {
            relay.close();
        }
    }
}
