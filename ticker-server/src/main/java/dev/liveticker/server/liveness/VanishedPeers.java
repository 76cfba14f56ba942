package dev.liveticker.server.liveness;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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

    /** 25 s at the least, and about 50 s for a peer half a second away. */
    private static final int RETRANSMITS = 7;

    private static final Duration EVERY = Duration.ofSeconds(5);

    private final List<Path> tables;
    private final Consumer<InetSocketAddress> vanished;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("liveness").daemon().factory());
    private boolean complained;

    VanishedPeers(List<Path> tables, Consumer<InetSocketAddress> vanished) {
        this.tables = tables;
        this.vanished = vanished;
    }

    /**
     * Looks from now on, every few seconds.
     *
     * @param vanished told of each silent peer, of the whole machine's connections: those that are no one's are to be
     *     let go. Called on a thread of its own; must not block for long.
     */
    public static VanishedPeers watch(Consumer<InetSocketAddress> vanished) {
        VanishedPeers peers = new VanishedPeers(TABLES, vanished);
        var _ = peers.timer.scheduleWithFixedDelay(
                peers::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return peers;
    }

    /** Looks once. */
    void look() {
        for (Path table : tables) {
            if (Files.isReadable(table)) {
                try (Stream<String> lines = Files.lines(table)) {
                    lines.forEach(line -> TcpTable.silentPeer(line, RETRANSMITS).ifPresent(vanished));
                } catch (IOException | RuntimeException e) {
                    complain(e);
                }
            }
        }
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
