package dev.liveticker.server.venue;

import dev.liveticker.feed.machine.Loss;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A venue in memory: what is said to it is kept, and it says what a test lets it. */
final class FakeConnector implements VenueConnector {

    /** One connection, or an attempt at one. */
    static final class Line implements VenueLink {

        final URI stream;
        final VenueLink.Listener listener;
        final List<String> said = new ArrayList<>();
        int pings;
        int taken;
        boolean aborted;

        private Line(URI stream, VenueLink.Listener listener) {
            this.stream = stream;
            this.listener = listener;
        }

        @Override
        public void send(String text) {
            said.add(text);
        }

        @Override
        public void ping() {
            pings++;
        }

        @Override
        public void abort() {
            aborted = true;
        }

        void hear(String text) {
            listener.heard(text, () -> taken++);
        }
    }

    final List<Line> lines = new ArrayList<>();
    final List<String> requests = new ArrayList<>();
    final Map<String, CompletableFuture<String>> answers = new LinkedHashMap<>();
    boolean closed;

    @Override
    public void connect(URI stream, int maxMessage, VenueLink.Listener listener) {
        lines.add(new Line(stream, listener));
    }

    Line last() {
        return lines.getLast();
    }

    void answer(String beginning, String body) {
        answers.put(beginning, CompletableFuture.completedFuture(body));
    }

    void refuse(String beginning, Loss loss) {
        answers.put(beginning, CompletableFuture.failedFuture(new VenueLossException(loss)));
    }

    /** The longest beginning known decides; without one there is never an answer. */
    @Override
    public CompletableFuture<String> get(URI address, Map<String, String> headers) {
        String path = address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
        requests.add(path);
        return answers.entrySet().stream()
                .filter(entry -> path.startsWith(entry.getKey()))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(Map.Entry::getValue)
                .orElseGet(CompletableFuture::new);
    }

    @Override
    public void close() {
        closed = true;
    }
}
