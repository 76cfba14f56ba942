package dev.liveticker.feed;

import static org.awaitility.Awaitility.await;

import dev.liveticker.message.ServerMessage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps all it hears. */
public final class RecordingListener implements FeedListener {

    public final List<ServerMessage> messages = new CopyOnWriteArrayList<>();
    public final List<ConnectionState> states = new CopyOnWriteArrayList<>();

    /** Whether it fails at whatever it hears. */
    volatile boolean failing;

    @Override
    public void onMessages(List<ServerMessage> frame) {
        if (failing) {
            throw new IllegalStateException("a fault of the listener's own, on purpose");
        }
        messages.addAll(frame);
    }

    @Override
    public void onState(ConnectionState state) {
        states.add(state);
    }

    public <T extends ServerMessage> List<T> heard(Class<T> type) {
        return messages.stream().filter(type::isInstance).map(type::cast).toList();
    }

    public <T extends ConnectionState> List<T> was(Class<T> type) {
        return states.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /**
     * The first state of a kind, once it has been told: a feed that tries again and again is in one for a moment only,
     * which whoever asks for its state now and then may miss.
     *
     * @param kind the simple name of its class
     */
    public ConnectionState awaited(String kind) {
        return await().until(
                        () -> states.stream()
                                .filter(state ->
                                        state.getClass().getSimpleName().equals(kind))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** The first wait, likewise. */
    public ConnectionState.Waiting awaitedWaiting() {
        return (ConnectionState.Waiting) awaited("Waiting");
    }
}
