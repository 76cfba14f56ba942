package dev.liveticker.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port that is still free when a server that was stopped is started again on it: from below those that systems hand
 * out to whoever asks for any (Linux from 32768 on, others from 49152 on).
 */
public final class KeptPort {

    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int TRIES = 100;

    private KeptPort() {}

    /** One that nobody listens on now. */
    public static int find() throws IOException {
        IOException taken = new IOException("none of a hundred ports is free");
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                taken.addSuppressed(e);
            }
        }
        throw taken;
    }
}
