package dev.liveticker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.server.limit.LimitSettings;
import dev.liveticker.server.limit.Rate;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A server with a market that trades a hundred times a second and an honest client that listens to it, to be attacked.
 * After each attack, while the attackers hold what they hold: has the honest client got every trade, and is the memory
 * in use what it was?
 */
final class Siege implements AutoCloseable {

    /** What an attack may leave in use, heap after a collection and direct buffers each; noise included. */
    static final long BOUND_BYTES = 24L << 20;

    /** Twice as long a client has to answer a ping: the honest one is to manage that in the middle of an attack. */
    private static final Duration HEARTBEAT = Duration.ofMillis(2_500);

    /** The honest client reads all there is, but is not always given the processor. */
    private static final Duration WRITE_DEADLINE = Duration.ofSeconds(20);

    static final Duration HEADER_DEADLINE = Duration.ofMillis(1_500);
    static final Duration BODY_DEADLINE = Duration.ofMillis(1_500);
    static final int PER_ADDRESS = 200;

    private static final int TRADES_TO_SEE = 20;

    final ScriptedServer server;
    private final HonestListener honest;
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    private final List<String> rows = new ArrayList<>();

    Siege() throws IOException {
        LimitSettings limits = new LimitSettings(
                Rate.perSecond(500, 100),
                Rate.perSecond(10_000, 1_000),
                Rate.perSecond(10_000, 1_000),
                Rate.perSecond(2_000, 100),
                Rate.perSecond(2_000, 100),
                new Rate(10, 6),
                2_000,
                PER_ADDRESS,
                HEADER_DEADLINE,
                BODY_DEADLINE,
                4 << 20,
                false);
        server = new ScriptedServer(ScriptedServer.options(HEARTBEAT).withLimits(limits), 1_000, WRITE_DEADLINE);
        honest = new HonestListener(server.server.address());
        every(Duration.ofMillis(10), () -> server.market.trade(ScriptedMarket.AAPL, "100.25"));
        await().until(() -> honest.lastTrade() > TRADES_TO_SEE);
    }

    URI address() {
        return server.server.address();
    }

    /** Does something again and again, until it fails or the siege is over. */
    void every(Duration time, Runnable action) {
        var _ = clock.scheduleAtFixedRate(action, 0, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Attacks, and looks at what that did to the others and to memory.
     *
     * @param attack gives what became of the attacker, in words; what it holds is kept until it was looked at memory
     * @param held closed afterwards
     */
    void withstand(String name, Callable<String> attack, Supplier<List<? extends AutoCloseable>> held)
            throws Exception {
        long heapBefore = heap();
        long directBefore = direct();
        long tradesBefore = honest.lastTrade();
        String attacker = attack.call();
        long during = honest.lastTrade();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> honest.lastTrade() >= during + TRADES_TO_SEE
                        || !honest.trouble().isEmpty());
        assertThat(honest.trouble())
                .as("what the honest client saw during: " + name)
                .isEmpty();
        long heapMore = heap() - heapBefore;
        long directMore = direct() - directBefore;
        rows.add(String.format(
                Locale.ROOT,
                "| %s | %s | %d trades, none missing | %+.1f MB | %+.1f MB |",
                name,
                attacker,
                honest.lastTrade() - tradesBefore,
                heapMore / 1048576.0,
                directMore / 1048576.0));
        for (AutoCloseable attackers : held.get()) {
            attackers.close();
        }
        assertThat(heapMore).as("heap after: " + name).isLessThan(BOUND_BYTES);
        assertThat(directMore).as("direct buffers after: " + name).isLessThan(BOUND_BYTES);
    }

    void withstand(String name, Callable<String> attack) throws Exception {
        withstand(name, attack, List::of);
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long direct() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }

    /** Bytes that all threads have allocated so far. */
    static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getTotalThreadAllocatedBytes();
    }

    @Override
    public void close() throws IOException {
        clock.shutdownNow();
        honest.close();
        server.close();
        Path table = Path.of("target", "attacks.md");
        Files.createDirectories(table.getParent());
        List<String> lines = new ArrayList<>(List.of(
                "| attack | the attacker | an honest client beside it | heap | direct buffers |",
                "|---|---|---|---|---|"));
        lines.addAll(rows.stream().sorted().toList());
        Files.write(table, lines);
    }
}
