package dev.liveticker.benchmarks.soak;

import dev.liveticker.message.Position;
import dev.liveticker.message.Quote;
import dev.liveticker.model.Symbol;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A client written after docs/protocol.md, on a thread of its own: connects to either node, and again whenever that
 * ends, waiting as it should. It can be made to misbehave from any thread.
 */
abstract class RawClient {

    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final int DOUBLINGS = 5;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);
    private static final int SHORTEST_PASS_SECONDS = 40;
    private static final int LONGEST_PASS_SECONDS = 900;

    /** What all clients share. */
    record Surroundings(Nodes nodes, Passes passes, Chronicle chronicle) {}

    private final String name;
    private final Surroundings around;
    private final SplittableRandom random;
    private final Wishes wishes;
    private final Picture picture;
    private volatile @Nullable Wire wire;
    private volatile boolean live;
    private volatile boolean leaving;
    private final AtomicLong connects = new AtomicLong();
    private @Nullable Thread thread;
    private int failed;

    RawClient(String name, Surroundings around, List<Symbol> traded, SplittableRandom random) {
        this.name = name;
        this.around = around;
        this.random = random;
        this.wishes = new Wishes(traded, random);
        this.picture = new Picture(what -> around.chronicle().problem(name + ": " + what));
    }

    /** Which kind of client it is. */
    abstract Kind kind();

    /** The kinds of connections, as the server counts them. */
    enum Kind {
        WEBSOCKET_JSON(true),
        WEBSOCKET_CBOR_DEFLATED(true),
        SOCKET_IO(true),
        EVENTS(true),
        LONG_POLLING(false),
        POLLING(false);

        private final boolean streaming;

        Kind(boolean streaming) {
            this.streaming = streaming;
        }

        /** Whether the server sees at once when its connection ends. */
        boolean streaming() {
            return streaming;
        }
    }

    /** How long it bears silence. */
    abstract Duration silence();

    /** Talks on a new connection until that ends; it says {@link #settled} when it has what it asked for. */
    abstract void converse(URI node, Wire connection) throws IOException;

    /** Wants another symbol instead of one, and says so. */
    abstract void change(SplittableRandom chance) throws IOException;

    /** Says something that nobody should. */
    void babble(SplittableRandom chance) throws IOException {
        byte[] noise = new byte[chance.nextInt(1, 200)];
        chance.nextBytes(noise);
        Wire there = wire;
        if (there != null) {
            there.write(ByteBuffer.wrap(noise));
        }
    }

    /** Says far more than it may. */
    void flood(SplittableRandom chance) throws IOException {
        babble(chance);
    }

    final void begin() {
        thread = Thread.ofVirtual().name(name).start(this::live);
    }

    private void live() {
        while (!leaving) {
            long begun = System.nanoTime();
            Duration atLeast = Duration.ZERO;
            URI node = around.nodes().any(random);
            try (Wire connection = Wire.connect(node, silence())) {
                wire = connection;
                connects.incrementAndGet();
                if (!leaving) {
                    converse(node, connection);
                }
            } catch (TurnedAwayException e) {
                atLeast = e.retryAfter();
                lost(node, e);
            } catch (IOException e) {
                lost(node, e);
            } catch (RuntimeException e) {
                around.chronicle().problem(name + " failed: " + e);
            } finally {
                live = false;
                wire = null;
            }
            failed = System.nanoTime() - begun > LONG_ENOUGH.toNanos() ? 0 : failed + 1;
            pause(atLeast);
        }
    }

    private void lost(URI node, IOException why) {
        if (!leaving) {
            around.chronicle().note(name + " at " + node.getPort() + ": " + why.getMessage());
        }
    }

    private void pause(Duration atLeast) {
        long most = FIRST_WAIT.toNanos() << Math.min(failed, DOUBLINGS);
        long until = System.nanoTime() + atLeast.toNanos() + random.nextLong(1, most);
        long left;
        while ((left = until - System.nanoTime()) > 0 && !leaving) {
            LockSupport.parkNanos(left);
        }
    }

    /** Lets so much time go by; ends sooner if it is to leave. */
    final void rest(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        long left;
        while ((left = until - System.nanoTime()) > 0 && !leaving) {
            LockSupport.parkNanos(left);
        }
    }

    /** Its {@code Authorization}; for some seconds or some minutes, so that tokens run out now and then. */
    final String authorization() {
        return "Authorization: Bearer " + token() + "\r\n";
    }

    final String token() {
        Duration lifetime =
                Duration.ofSeconds(ThreadLocalRandom.current().nextLong(SHORTEST_PASS_SECONDS, LONGEST_PASS_SECONDS));
        return around.passes().of(name, lifetime);
    }

    /** It is connected and was answered. */
    final void settled() {
        live = true;
    }

    final boolean leaving() {
        return leaving;
    }

    final Surroundings around() {
        return around;
    }

    /** For its own thread. */
    final SplittableRandom random() {
        return random;
    }

    final Wishes wishes() {
        return wishes;
    }

    final Picture picture() {
        return picture;
    }

    /** The connection at present. */
    final Optional<Wire> wire() {
        return Optional.ofNullable(wire);
    }

    String name() {
        return name;
    }

    /** Whether it is connected and was answered. */
    boolean isLive() {
        return live;
    }

    /** How often it connected. */
    long connects() {
        return connects.get();
    }

    /** What comes is numbered as that position is, if it is one. */
    final void beginEpoch(@Nullable String position) {
        if (position != null) {
            Position.parse(position).map(Position::epoch).ifPresent(picture::begin);
        }
    }

    /** Whether the picture has the whole of everything that is wanted, so that it can go on from where it was. */
    final boolean whole() {
        return wishes.symbols().stream()
                .allMatch(symbol -> picture.quote(symbol).isPresent());
    }

    /** What it believes otherwise than the server; empty if nothing. */
    Optional<String> difference(Truth truth) {
        if (!live) {
            return Optional.of(name + " is not connected");
        }
        if (!truth.epoch().equals(picture.epoch()) && kind() != Kind.SOCKET_IO) {
            return Optional.of(name + " reads the epoch " + picture.epoch() + ", not " + truth.epoch());
        }
        for (Symbol symbol : wishes.symbols()) {
            String known = picture.quote(symbol).map(Shown::quote).orElse("nothing of " + symbol);
            if (!known.equals(truth.quote(symbol))) {
                return Optional.of(name + " believes " + known + ", not " + truth.quote(symbol)
                        + picture.quote(symbol)
                                .map(Quote::seq)
                                .map(seq -> ", by number " + seq)
                                .orElse(""));
            }
            // One that was told of a gap knows that it has to ask.
            Optional<String> trade = wishes.trades() ? picture.trade(symbol).map(Shown::trade) : Optional.empty();
            if (trade.isPresent() && !trade.get().equals(truth.trade(symbol))) {
                return Optional.of(name + " believes " + trade.get() + ", not " + truth.trade(symbol));
            }
        }
        return Optional.empty();
    }

    /** Goes for good, and waits until it has. */
    final void leave(boolean politely) {
        leaving = true;
        Thread mine = thread;
        try {
            Wire there = wire;
            if (there != null) {
                if (politely) {
                    there.close();
                } else {
                    there.reset();
                }
            }
            if (mine != null) {
                LockSupport.unpark(mine);
                mine.join(TimeUnit.SECONDS.toMillis(10));
            }
        } catch (IOException e) {
            around.chronicle().note(name + " leaves: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
