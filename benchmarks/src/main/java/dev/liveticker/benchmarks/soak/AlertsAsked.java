package dev.liveticker.benchmarks.soak;

import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.FeedListener;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.Feeds;
import dev.liveticker.feed.TokenSource;
import dev.liveticker.feed.Transport;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.model.Alert;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Hears once which alerts a user has at a node, on a connection of its own. */
final class AlertsAsked implements FeedListener {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CompletableFuture<List<Alert>> answer = new CompletableFuture<>();

    private AlertsAsked() {}

    /** As {@link DeskAlerts#shown()} has them. */
    static Set<String> at(URI node, TokenSource token) throws IOException {
        AlertsAsked listener = new AlertsAsked();
        FeedSettings settings = new FeedSettings(node, Transport.WEBSOCKET, false, false, token, null);
        try (Feeds.Connected connected = Feeds.connect(settings, listener)) {
            connected.feed().followAlerts();
            return DeskAlerts.shown(listener.answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("a node does not say which alerts there are", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void onMessages(List<ServerMessage> messages) {
        // Only the alerts count.
    }

    @Override
    public void onState(ConnectionState state) {
        // What never comes is noticed by the patience.
    }

    @Override
    public void onAlerts(List<Alert> alerts) {
        answer.complete(alerts);
    }
}
