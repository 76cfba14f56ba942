package dev.liveticker.desktop.app;

import static dev.liveticker.desktop.app.OpenDesktop.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.opening.Opening;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleInstanceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TOKEN = "a1".repeat(32);

    @TempDir
    Path directory;

    private final AtomicInteger fronts = new AtomicInteger();
    private final List<Opening> opened = new CopyOnWriteArrayList<>();

    @Test
    void the_second_is_none_and_reaches_the_first() throws Exception {
        try (SingleInstance first = claim()) {
            assertThat(first).isNotNull();
            assertThat(claim()).isNull();

            assertThat(InstanceCall.open(directory, List.of(), PATIENCE)).isTrue();
            assertThat(InstanceCall.open(directory, List.of(), PATIENCE)).isTrue();

            // One that is answered late asks again.
            assertThat(fronts).hasValueGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void what_the_second_is_to_open_reaches_the_first_whatever_its_name() throws Exception {
        Path file = Files.writeString(directory.resolve("My \u00E4 100%\n.ticker"), "AAPL");
        List<Opening> wanted = List.of(
                new Opening.WatchlistFile(file),
                new Opening.Link("liveticker://watch/AAPL\nMSFT \u00E4" + "x".repeat(1_900)));
        try (SingleInstance first = claim()) {
            assertThat(first).isNotNull();
            assertThat(InstanceCall.open(directory, wanted, PATIENCE)).isTrue();
            // One that is answered late asks again.
            assertThat(opened).startsWith(wanted.toArray(Opening[]::new)).hasSameElementsAs(wanted);
            int before = opened.size();

            List<Opening> many = Collections.nCopies(Opening.MOST_AT_ONCE, wanted.getLast());
            assertThat(InstanceCall.open(directory, many, PATIENCE)).isTrue();
            assertThat(opened).hasSizeGreaterThanOrEqualTo(before + Opening.MOST_AT_ONCE);
            assertThat(fronts).hasValueGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void a_file_that_is_gone_when_the_call_arrives_is_left_out() throws Exception {
        List<Opening> gone = List.of(new Opening.WatchlistFile(directory.resolve("gone.ticker")));
        try (SingleInstance first = claim()) {
            assertThat(first).isNotNull();
            assertThat(InstanceCall.open(directory, gone, PATIENCE)).isTrue();
        }
        assertThat(opened).isEmpty();
        assertThat(fronts).hasValueGreaterThanOrEqualTo(1);
    }

    @Test
    void who_knows_the_token_but_says_nonsense_is_hung_up_on() throws Exception {
        try (SingleInstance first = claim()) {
            String token = InstanceCall.read(directory.resolve(SingleInstance.CALL))
                    .orElseThrow()
                    .token();
            for (String rest : List.of("x", " ", " 51", " -1", " 1 1", " 1\n***", " 1\n" + "A".repeat(30_000))) {
                assertThat(answer(first, token + rest + "\n")).as(rest).isEmpty();
            }
            assertThat(fronts).hasValue(0);
        }
    }

    @Test
    void another_directory_has_one_of_its_own() throws Exception {
        Path other = Files.createDirectory(directory.resolve("other"));
        try (SingleInstance here = claim();
                SingleInstance there = SingleInstance.claim(other, openings -> {})) {
            assertThat(here).isNotNull();
            assertThat(there).isNotNull();
        }
    }

    @Test
    void what_a_crash_left_behind_stops_nobody() throws Exception {
        Files.writeString(directory.resolve(SingleInstance.LOCK), "of somebody who is gone");
        InstanceCall.write(directory.resolve(SingleInstance.CALL), 1, TOKEN);

        try (SingleInstance first = claim()) {
            assertThat(first).isNotNull();
            assertThat(InstanceCall.open(directory, List.of(), PATIENCE)).isTrue();
        }
    }

    @Test
    void after_it_is_closed_the_next_one_is_the_first() throws Exception {
        claim().close();
        assertThat(directory.resolve(SingleInstance.CALL)).doesNotExist();

        try (SingleInstance next = claim()) {
            assertThat(next).isNotNull();
        }
    }

    @Test
    void only_the_owner_can_read_the_token() throws Exception {
        try (SingleInstance first = claim()) {
            Path call = directory.resolve(SingleInstance.CALL);
            if (Files.getFileStore(call).supportsFileAttributeView("posix")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(call)))
                        .isEqualTo("rw-------");
            }
            assertThat(first.address().getAddress().isLoopbackAddress()).isTrue();
        }
    }

    @Test
    void whoever_does_not_know_the_token_is_hung_up_on_without_a_word() throws Exception {
        try (SingleInstance first = claim()) {
            for (String said : List.of(
                    TOKEN + "\n",
                    TOKEN + " 1\nbGl2ZXRpY2tlcjp4\n",
                    "\n",
                    "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                    "x".repeat(SingleInstance.MOST_BYTES * 100),
                    "")) {
                assertThat(answer(first, said)).as(said).isEmpty();
            }
            assertThat(fronts).hasValue(0);
            assertThat(InstanceCall.open(directory, List.of(), PATIENCE)).isTrue();
        }
    }

    @Test
    void a_crowd_that_says_nothing_does_not_keep_a_second_start_out() throws Exception {
        List<Socket> crowd = new ArrayList<>();
        try (SingleInstance first = claim()) {
            for (int i = 0; i < 50; i++) {
                crowd.add(
                        new Socket(first.address().getAddress(), first.address().getPort()));
            }

            assertThat(InstanceCall.open(directory, List.of(), PATIENCE)).isTrue();
        } finally {
            for (Socket each : crowd) {
                each.close();
            }
        }
    }

    @Test
    void a_call_file_that_cannot_be_is_no_call() throws Exception {
        Path file = directory.resolve("call");
        assertThat(InstanceCall.read(file)).isEmpty();
        for (String text : List.of(
                "",
                "1\n",
                "0\n" + TOKEN + "\n",
                "70000\n" + TOKEN + "\n",
                "-1\n" + TOKEN + "\n",
                "80\nshort\n",
                "80\n" + TOKEN.toUpperCase(java.util.Locale.ROOT) + "\n",
                "80\n" + TOKEN + "\nmore\n",
                "9".repeat(100_000))) {
            Files.writeString(file, text);
            assertThat(InstanceCall.read(file)).as(text).isEmpty();
        }
        InstanceCall.write(file, 4_711, TOKEN);
        assertThat(InstanceCall.read(file)).contains(new InstanceCall(4_711, TOKEN));
    }

    @Test
    void somebody_else_at_its_port_counts_as_no_answer() throws Exception {
        Thread talking;
        try (ServerSocket stranger = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            InstanceCall.write(directory.resolve(SingleInstance.CALL), stranger.getLocalPort(), TOKEN);
            talking = Thread.ofVirtual().start(() -> talkNonsense(stranger));

            assertThat(InstanceCall.open(directory, List.of(), Duration.ofMillis(100)))
                    .isFalse();
        }
        assertThat(talking.join(PATIENCE)).isTrue();
    }

    private static void talkNonsense(ServerSocket stranger) {
        while (!stranger.isClosed()) {
            try (Socket caller = stranger.accept()) {
                caller.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // Closed by the test, or by the caller who has heard enough: the next round tells.
            }
        }
    }

    @Test
    void many_starts_at_once_have_one_first() throws Exception {
        List<SingleInstance> firsts = new ArrayList<>();
        List<Thread> starts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            starts.add(Thread.ofVirtual().start(() -> {
                try {
                    SingleInstance claimed = claim();
                    if (claimed == null) {
                        InstanceCall.open(directory, List.of(), PATIENCE);
                    } else {
                        synchronized (firsts) {
                            firsts.add(claimed);
                        }
                    }
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }));
        }
        for (Thread start : starts) {
            assertThat(start.join(PATIENCE)).isTrue();
        }
        soon().untilAsserted(() -> assertThat(fronts).hasValueGreaterThanOrEqualTo(7));
        assertThat(firsts).hasSize(1);
        firsts.getFirst().close();
    }

    private SingleInstance claim() throws IOException {
        return SingleInstance.claim(directory, openings -> {
            opened.addAll(openings);
            fronts.incrementAndGet();
        });
    }

    private static String answer(SingleInstance to, String said) throws IOException {
        try (Socket socket = new Socket(to.address().getAddress(), to.address().getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (java.net.SocketException e) {
            // Reset: it hung up before it had read everything.
            return "";
        }
    }
}
