package dev.liveticker.desktop.app;

import dev.liveticker.desktop.opening.Opening;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that one desktop runs for a directory of settings. The first holds a lock on a file there, which the
 * system takes from it however it ends, so that none is ever stale. It listens on the loopback interface, and whoever
 * is started later asks it to come to the front, and to open what it was started with. Only who can read a file in the
 * directory knows the port and the token; to anybody else on this machine it says nothing. Safe in any thread.
 */
final class SingleInstance implements AutoCloseable {

    static final String LOCK = "instance.lock";
    static final String CALL = "instance.call";

    /** More than anybody has to say who knows the token. */
    static final int MOST_BYTES = 128;

    static final String DONE = "ok\n";

    private static final int TOKEN_BYTES = 32;
    private static final int MOST_AT_ONCE = 8;
    private static final int BACKLOG = 16;
    private static final int PATIENCE_MILLIS = 400;
    private static final int PAUSE_MILLIS = 200;

    /** As long as the name of a file can be, each byte of it written as three and those in base 64. */
    private static final int MOST_LINE_BYTES = 20_000;

    private final FileChannel channel;
    private final FileLock lock;
    private final ServerSocket socket;
    private final Path call;
    private final byte[] token;
    private final Consumer<List<Opening>> called;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final AtomicBoolean complained = new AtomicBoolean();

    private SingleInstance(
            FileChannel channel,
            FileLock lock,
            ServerSocket socket,
            Path call,
            String token,
            Consumer<List<Opening>> called) {
        this.channel = channel;
        this.lock = lock;
        this.socket = socket;
        this.call = call;
        this.token = token.getBytes(StandardCharsets.US_ASCII);
        this.called = called;
    }

    /**
     * Becomes the one for a directory.
     *
     * @param called on a thread of its own whenever another one was started, with what that one was to open
     * @return nothing if there is one already; {@link InstanceCall} reaches it
     * @throws IOException if the directory knows no locks or there is no loopback interface: nobody can tell then
     */
    static @Nullable SingleInstance claim(Path directory, Consumer<List<Opening>> called) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = lock(channel);
            if (lock == null) {
                channel.close();
                return null;
            }
            Path call = directory.resolve(CALL);
            // What an earlier one left there leads to whoever has its port now.
            Files.deleteIfExists(call);
            ServerSocket socket = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
            byte[] random = new byte[TOKEN_BYTES];
            new SecureRandom().nextBytes(random);
            String token = HexFormat.of().formatHex(random);
            SingleInstance instance = new SingleInstance(channel, lock, socket, call, token, called);
            try {
                InstanceCall.write(call, socket.getLocalPort(), token);
            } catch (IOException e) {
                instance.close();
                throw e;
            }
            Thread.ofPlatform().daemon().name("single-instance").start(instance::listen);
            return instance;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // It is this very process that holds it.
            return null;
        }
    }

    /** Answers nobody any more, and still keeps others out: who is started now waits for the end of this one. */
    void stopAnswering() {
        try (socket) {
            Files.deleteIfExists(call);
        } catch (IOException e) {
            log().warn("{} could not be let go of", call, e);
        }
    }

    /** Lets another one be the first. Harmless when repeated. */
    @Override
    public void close() {
        if (!lock.isValid()) {
            return;
        }
        stopAnswering();
        try (channel) {
            lock.release();
        } catch (IOException e) {
            log().warn("{} could not be let go of", call.resolveSibling(LOCK), e);
        }
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                if (places.tryAcquire()) {
                    Thread.ofVirtual().name("instance-call").start(() -> answer(caller));
                } else {
                    caller.close();
                }
            } catch (IOException e) {
                if (!socket.isClosed() && complained.compareAndSet(false, true)) {
                    log().warn("a call of another start was lost", e);
                }
                pause();
            }
        }
    }

    /** What failed once, such as for want of a file handle, fails again at once: no processor is to be kept busy so. */
    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(Socket caller) {
        try (caller) {
            CallerLines lines = new CallerLines(caller, System.nanoTime() + PATIENCE_MILLIS * 1_000_000L);
            byte[] said = lines.next(MOST_BYTES);
            if (MessageDigest.isEqual(Arrays.copyOf(said, Math.min(said.length, token.length)), token)) {
                String rest = new String(said, token.length, said.length - token.length, StandardCharsets.US_ASCII);
                called.accept(openings(lines, rest));
                OutputStream out = caller.getOutputStream();
                out.write(DONE.getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
        } catch (IOException e) {
            // Anybody on this machine can call and hang up: worth one line, not one for each.
            if (complained.compareAndSet(false, true)) {
                log().info("somebody called and said nothing of use: {}", e.getMessage());
            }
        } finally {
            places.release();
        }
    }

    /** @param rest what stands behind the token: nothing, or how many there are in the lines that follow */
    private static List<Opening> openings(CallerLines lines, String rest) throws IOException {
        List<Opening> openings = new ArrayList<>();
        int count = rest.isEmpty() ? 0 : count(rest);
        for (int i = 0; i < count; i++) {
            String argument;
            try {
                argument = new String(Base64.getDecoder().decode(lines.next(MOST_LINE_BYTES)), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                throw new IOException("not in base 64", e);
            }
            // One that is gone since it was named is nothing to open.
            Opening.parse(argument).ifPresent(openings::add);
        }
        return openings;
    }

    private static int count(String rest) throws IOException {
        int count = rest.matches(" \\d{1,2}") ? Integer.parseInt(rest.substring(1)) : Integer.MAX_VALUE;
        if (count > Opening.MOST_AT_ONCE) {
            throw new IOException("no number of things to open");
        }
        return count;
    }

    /** Asked for only when there is something to say: who is not the first is to be gone before a log is set up. */
    private static Logger log() {
        return LoggerFactory.getLogger(SingleInstance.class);
    }

    /** Where it listens. */
    InetSocketAddress address() {
        return new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort());
    }
}
