package dev.liveticker.feed.http;

import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.machine.ConnectionMachine;
import dev.liveticker.feed.tls.HostPort;
import dev.liveticker.feed.tls.SecureSockets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The one HTTP client that everything shares, so that connections are pooled. It is made when it is first needed: a
 * stream over a WebSocket can do without, and must not wait for it. Safe in any thread.
 */
public final class HttpClients implements AutoCloseable {

    /** Between two pieces of an answer, heartbeats included; the state machine's own watch is shorter. */
    private static final Duration READ_TIMEOUT = ConnectionMachine.LONGEST_POLL.plus(Duration.ofSeconds(15));

    private static final Duration WRITE_TIMEOUT = Duration.ofSeconds(10);

    private final ExecutorService executor;
    private volatile @Nullable OkHttpClient made;

    /** @param executor whose threads must be daemons, for the process to be able to end */
    public HttpClients(ExecutorService executor) {
        this.executor = executor;
    }

    /** The client of all. Making it takes its time. */
    OkHttpClient shared() {
        OkHttpClient client = made;
        return client == null ? make() : client;
    }

    private synchronized OkHttpClient make() {
        OkHttpClient client = made;
        if (client == null) {
            client = new OkHttpClient.Builder()
                    .dispatcher(new Dispatcher(executor))
                    .connectionPool(new ConnectionPool(5, 30, TimeUnit.SECONDS))
                    // Who speaks TLS brings whom to trust; by itself OkHttp would read every authority there is.
                    .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                    .connectTimeout(ConnectionMachine.CONNECT_DEADLINE)
                    .readTimeout(READ_TIMEOUT)
                    .writeTimeout(WRITE_TIMEOUT)
                    .retryOnConnectionFailure(false)
                    // A token meant for one server is not to be carried to another.
                    .followRedirects(false)
                    .followSslRedirects(false)
                    .build();
            made = client;
        }
        return client;
    }

    /**
     * The same for the server of these settings, with its own idea of whom to trust; shares threads, and connections
     * where there is no TLS. Over TLS each has connections of its own, so that whoever connects anew sees the
     * certificate that the server shows now, and not that of a connection left over.
     */
    OkHttpClient to(FeedSettings settings) {
        OkHttpClient http = shared();
        Optional<HostPort> server = HostPort.of(settings.server());
        if (server.isEmpty()) {
            return http;
        }
        SecureSockets sockets = SecureSockets.to(server.get(), settings.pin());
        OkHttpClient.Builder builder = http.newBuilder()
                .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS))
                .sslSocketFactory(sockets.factory(), sockets.trust());
        if (settings.pin() != null) {
            // The handshake has let only the pinned certificate pass, whatever names are in it.
            builder.hostnameVerifier((host, session) -> true);
        }
        return builder.build();
    }

    /**
     * Runs what asks by the client: at once where that is there, and otherwise in a thread that may wait for it.
     *
     * @throws RejectedExecutionException if the executor takes nothing any more
     */
    void ask(Runnable request) {
        if (made == null) {
            executor.execute(request);
        } else {
            request.run();
        }
    }

    /** Ends what is asked at the moment, and every connection. What is asked later makes new ones. */
    @Override
    public void close() {
        OkHttpClient client = made;
        if (client != null) {
            client.dispatcher().cancelAll();
            client.connectionPool().evictAll();
        }
    }
}
