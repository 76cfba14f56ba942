package dev.liveticker.desktop.app;

import dev.liveticker.desktop.opening.Opening;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * How the desktop that runs already is reached: its port and its token, in a file that only its owner can read.
 *
 * @param port on the loopback interface
 */
record InstanceCall(int port, String token) {

    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{64}");
    private static final int MOST_BYTES = 256;
    private static final int CONNECT_MILLIS = 300;
    private static final int ANSWER_MILLIS = 500;
    private static final long RETRY_MILLIS = 25;

    /** Writes the file whole, readable by its owner alone from its first moment. */
    static void write(Path file, int port, String token) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        FileAttribute<?>[] ownerOnly =
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        try {
            Files.createFile(beside, ownerOnly);
        } catch (FileAlreadyExistsException e) {
            throw new IOException(beside + " was put there by somebody else", e);
        }
        Files.writeString(beside, port + "\n" + token + "\n", StandardCharsets.US_ASCII);
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Empty where there is none, or what is there cannot be. */
    static Optional<InstanceCall> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            List<String> lines = new String(in.readNBytes(MOST_BYTES), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
            if (lines.size() != 2
                    || !lines.get(0).matches("[0-9]{1,5}")
                    || !TOKEN.matcher(lines.get(1)).matches()) {
                return Optional.empty();
            }
            int port = Integer.parseInt(lines.get(0));
            return port >= 1 && port <= 65_535 ? Optional.of(new InstanceCall(port, lines.get(1))) : Optional.empty();
        } catch (IOException e) {
            // Not written yet, or deleted at this moment: the same as none.
            return Optional.empty();
        }
    }

    /**
     * Asks whoever runs in a directory to come to the front and to open these. It may have been started a moment ago
     * and not be ready yet, so it is asked again until the time is over.
     *
     * @param openings {@value Opening#MOST_AT_ONCE} at most
     * @return whether it answered
     */
    static boolean open(Path directory, List<Opening> openings, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        Path file = directory.resolve(SingleInstance.CALL);
        do {
            if (read(file).map(call -> call.ask(openings)).orElse(false)) {
                return true;
            }
        } while (System.nanoTime() - deadline < 0 && pause());
        return false;
    }

    private boolean ask(List<Opening> openings) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.getOutputStream().write(question(openings).getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes(SingleInstance.DONE.length());
            return SingleInstance.DONE.equals(new String(answer, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // Nobody there any more, or not yet: it is asked again, and said in the end.
            return false;
        }
    }

    /** The token alone, as an older one understands it too, or with the number of lines that follow. */
    private String question(List<Opening> openings) {
        if (openings.isEmpty()) {
            return token + "\n";
        }
        StringBuilder question = new StringBuilder(token + ' ' + openings.size() + '\n');
        for (Opening each : openings) {
            byte[] argument = each.argument().getBytes(StandardCharsets.UTF_8);
            question.append(Base64.getEncoder().encodeToString(argument)).append('\n');
        }
        return question.toString();
    }

    /** @return whether there is any point in going on */
    private static boolean pause() {
        try {
            return !new CountDownLatch(1).await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
