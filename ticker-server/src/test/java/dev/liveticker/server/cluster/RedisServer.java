package dev.liveticker.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.liveticker.server.KeptPort;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real {@code redis-server} of the test's own: on a free port, which it keeps, with its data in a directory of its
 * own, written down at once. Where there is none the test is skipped; CI has one.
 */
public final class RedisServer implements AutoCloseable {

    private static final Duration BOUND = Duration.ofSeconds(60);

    private final Path program;
    private final Path directory;
    private final int port;
    private final List<String> options;
    private Process process;
    private boolean frozen;

    private RedisServer(Path program, Path directory, int port, List<String> options) {
        this.program = program;
        this.directory = directory;
        this.port = port;
        this.options = options;
    }

    /**
     * Starts one.
     *
     * @param options for its command line, such as {@code --requirepass secret}
     */
    public static RedisServer start(String... options) throws IOException {
        List<Path> found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "redis-server"))
                .filter(Files::isExecutable)
                .toList();
        if (System.getenv("CI") != null) {
            assertThat(found).as("CI has a redis-server").isNotEmpty();
        }
        assumeTrue(!found.isEmpty(), "redis-server is installed");
        RedisServer server = new RedisServer(
                found.getFirst(), Files.createTempDirectory("redis-server"), freePort(), List.of(options));
        server.start();
        return server;
    }

    public int port() {
        return port;
    }

    /** Such as {@code redis://127.0.0.1:40123}. */
    public URI uri() {
        return URI.create("redis://127.0.0.1:" + port);
    }

    /** Ends it as an operator does; its data stays. */
    public void stop() {
        end(true);
    }

    /** Ends it as a crash does; its data stays. */
    public void kill() {
        end(false);
    }

    /** Starts it again on the same port, with the data that it left. */
    public void startAgain() throws IOException {
        start();
    }

    /** Starts it again on the same port, without any data. */
    public void startEmpty() throws IOException {
        empty(directory, false);
        start();
    }

    /** Lets it stand still, with its connections open. */
    public void freeze() throws IOException {
        signal("STOP");
        frozen = true;
    }

    public void thaw() throws IOException {
        signal("CONT");
        frozen = false;
    }

    /** Has it carry out a command, such as {@code FLUSHALL}; what it answers, as it comes. */
    public String command(String... words) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2_000);
            socket.setSoTimeout(2_000);
            OutputStream out = socket.getOutputStream();
            out.write((String.join(" ", words) + "\r\n").getBytes(StandardCharsets.UTF_8));
            byte[] answer = new byte[8192];
            int length = socket.getInputStream().read(answer);
            return new String(answer, 0, Math.max(0, length), StandardCharsets.UTF_8).strip();
        }
    }

    @Override
    public void close() throws IOException {
        end(false);
        empty(directory, true);
    }

    private void start() throws IOException {
        List<String> line = new ArrayList<>(List.of(program.toString(), "--bind", "127.0.0.1", "--port", "" + port));
        line.addAll(List.of("--dir", directory.toString(), "--save", "", "--appendonly", "yes"));
        line.addAll(List.of("--appendfsync", "always"));
        line.addAll(options);
        process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("redis.log").toFile())
                .start();
        await("redis-server listens").atMost(BOUND).until(this::listens);
    }

    private boolean listens() throws IOException {
        if (!process.isAlive()) {
            throw new IOException("redis-server ended: " + Files.readString(directory.resolve("redis.log")));
        }
        try {
            String answer = command("PING");
            return answer.equals("+PONG") || answer.startsWith("-NOAUTH");
        } catch (IOException e) {
            // Not yet.
            return false;
        }
    }

    private void end(boolean gently) {
        Optional<Process> running = Optional.ofNullable(process).filter(Process::isAlive);
        if (running.isEmpty()) {
            return;
        }
        try {
            if (frozen) {
                thaw();
            }
            if (gently) {
                process.destroy();
            } else {
                process.destroyForcibly();
            }
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as("redis-server ended")
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void signal(String name) throws IOException {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, "" + process.pid()).start();
            assertThat(kill.waitFor()).as("kill -%s", name).isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static int freePort() throws IOException {
        return KeptPort.find();
    }

    private static void empty(Path directory, boolean andItself) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted((one, other) -> other.compareTo(one)).toList()) {
                if (andItself || !path.equals(directory)) {
                    Files.delete(path);
                }
            }
        }
    }
}
