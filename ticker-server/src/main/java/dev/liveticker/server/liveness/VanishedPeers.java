package dev.liveticker.server.liveness;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of peers that take what is sent to them no more, though their connection was never ended: a cable pulled, a
 * machine without power. A WebSocket finds that out by its pings; whoever only listens, as on an event stream, is sent
 * heartbeats that the system takes as sent for a quarter of an hour. Java cannot set {@code TCP_USER_TIMEOUT}, so the
 * kernel is asked what it knows. Does nothing where it does not tell, as on other systems than Linux.
 */
public final class VanishedPeers implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(VanishedPeers.class);
    private static final List<Path> TABLES = List.of(Path.of("/proc/self/net/tcp"), Path.of("/proc/self/net/tcp6"));

    /** Not one packet lost on the way, but more than a second of silence. */
    private static final int RETRANSMITS = 3;

    private static final Duration EVERY = Duration.ofSeconds(5);

    /** So often in a row a peer must be silent, which takes 20 s: it may only have changed its network. */
    private static final int LOOKS = 5;

    private final List<Path> tables;
    private final int port;
    private final BooleanSupplier needed;
    private final Consumer<InetSocketAddress> vanished;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("liveness").daemon().factory());
    private Map<InetSocketAddress, Integer> silent = Map.of();
    private boolean complained;

    VanishedPeers(List<Path> tables, int port, BooleanSupplier needed, Consumer<InetSocketAddress> vanished) {
        this.tables = tables;
        this.port = port;
        this.needed = needed;
        this.vanished = vanished;
    }

    /**
     * Looks from now on, every few seconds.
     *
     * @param port of this machine that they are connected to
     * @param needed whether there is anyone to look for: the table has a line for every connection of the machine, and
     *     reading it for nothing costs more than all else a quiet server does
     * @param vanished told of each silent peer; one that is no one's is to be let go. Called on a thread of its own;
     *     must not block for long.
     */
    public static VanishedPeers watch(int port, BooleanSupplier needed, Consumer<InetSocketAddress> vanished) {
        VanishedPeers peers = new VanishedPeers(TABLES, port, needed, vanished);
        var _ = peers.timer.scheduleWithFixedDelay(
                peers::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return peers;
    }

    /** Looks once. */
    void look() {
        if (!needed.getAsBoolean()) {
            silent = Map.of();
            return;
        }
        Map<InetSocketAddress, Integer> now = new HashMap<>();
        for (Path table : tables) {
            if (Files.isReadable(table)) {
                try (Stream<String> lines = Files.lines(table)) {
                    lines.forEach(line -> TcpTable.silentPeer(line, port, RETRANSMITS)
                            .ifPresent(peer -> now.put(peer, silent.getOrDefault(peer, 0) + 1)));
                } catch (IOException | RuntimeException e) {
                    complain(e);
                }
            }
        }
        silent = now;
        now.forEach((peer, looks) -> {
            if (looks >= LOOKS) {
                vanished.accept(peer);
            }
        });
    }

    private void complain(Exception e) {
        if (!complained) {
            complained = true;
            log.warn("Vanished peers cannot be looked for; the system will find them in its own time", e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
