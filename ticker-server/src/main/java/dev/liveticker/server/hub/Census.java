package dev.liveticker.server.hub;

import dev.liveticker.model.Channel;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the hub holds at one moment.
 *
 * @param connections how many there are by what carries them, polling clients between two polls included
 * @param subscriptions how many symbols they are subscribed to by channel, each counted for each connection
 * @param queuedBytes that wait for clients: answers, and frames on their way
 * @param longestQueueBytes that wait for one client
 */
public record Census(
        Map<Carrier, Integer> connections, Map<Channel, Long> subscriptions, long queuedBytes, long longestQueueBytes) {

    /** Of a hub without clients. */
    public static final Census NOBODY = new Census(Map.of(), Map.of(), 0, 0);

    public Census {
        connections = Map.copyOf(connections);
        subscriptions = Map.copyOf(subscriptions);
    }

    /** For the hub's thread only. */
    static Census of(Iterable<Session> sessions) {
        Map<Carrier, Integer> connections = new EnumMap<>(Carrier.class);
        Map<Channel, Long> subscriptions = new EnumMap<>(Channel.class);
        long queued = 0;
        long longest = 0;
        for (Session session : sessions) {
            connections.merge(session.carrier(), 1, Integer::sum);
            Interest interest = session.subscriptions().interest();
            for (Topic topic : interest.topics()) {
                subscriptions.merge(topic.channel(), (long) interest.size(topic), Long::sum);
            }
            long bytes = session.waitingBytes();
            queued += bytes;
            longest = Math.max(longest, bytes);
        }
        return new Census(connections, subscriptions, queued, longest);
    }
}
