package dev.liveticker.feed;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which transport worked for a server the last time, so that the next search begins there. Called on any thread. */
public interface TransportMemory {

    Optional<Transport> recall(URI server);

    /** Must not block. */
    void remember(URI server, Transport transport);

    /** One that lasts as long as the process. */
    static TransportMemory ofProcess() {
        Map<URI, Transport> remembered = new ConcurrentHashMap<>();
        return new TransportMemory() {
            @Override
            public Optional<Transport> recall(URI server) {
                return Optional.ofNullable(remembered.get(server));
            }

            @Override
            public void remember(URI server, Transport transport) {
                remembered.put(server, transport);
            }
        };
    }
}
