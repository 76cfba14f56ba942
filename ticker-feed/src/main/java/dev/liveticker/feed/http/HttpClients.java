package dev.liveticker.feed.http;

import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.machine.ConnectionMachine;
import dev.liveticker.feed.tls.HostPort;
import dev.liveticker.feed.tls.SecureSockets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** The one HTTP client that everything shares, so that connections are pooled. */
public final class HttpClients {

    /** Between two pieces of an answer, heartbeats included; the state machine's own watch is shorter. */
    private static final Duration READ_TIMEOUT = ConnectionMachine.LONGEST_POLL.plus(Duration.ofSeconds(15));

    private static final Duration WRITE_TIMEOUT = Duration.ofSeconds(10);

    private HttpClients() {}

    /**
     * A client.
     *
     * @param executor whose threads must be daemons, for the process to be able to end
     */
    public static OkHttpClient create(ExecutorService executor) {
        return new OkHttpClient.Builder()
                .dispatcher(new Dispatcher(executor))
                .connectionPool(new ConnectionPool(5, 30, TimeUnit.SECONDS))
                .connectTimeout(ConnectionMachine.CONNECT_DEADLINE)
                .readTimeout(READ_TIMEOUT)
                .writeTimeout(WRITE_TIMEOUT)
                .retryOnConnectionFailure(false)
                // A token meant for one server is not to be carried to another.
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
    }

    /**
     * The same for the server of these settings, with its own idea of whom to trust; shares connections and threads.
     */
    static OkHttpClient to(FeedSettings settings, OkHttpClient http) {
        Optional<HostPort> server = HostPort.of(settings.server());
        if (server.isEmpty()) {
            return http;
        }
        SecureSockets sockets = SecureSockets.to(server.get(), settings.pin());
        OkHttpClient.Builder builder = http.newBuilder().sslSocketFactory(sockets.factory(), sockets.trust());
        if (settings.pin() != null) {
            // The handshake has let only the pinned certificate pass, whatever names are in it.
            builder.hostnameVerifier((host, session) -> true);
        }
        return builder.build();
    }
}
