package dev.liveticker.server.hub;

import dev.liveticker.model.Symbol;
import java.util.List;
import java.util.Map;

/**
 * Who is there at one moment.
 *
 * @param connections how many there are by what carries them, polling clients between two polls included
 * @param users how many different users they belong to
 * @param rooms every symbol that somebody is subscribed to, most subscribers first
 */
public record Presence(Map<Carrier, Integer> connections, int users, List<Room> rooms) {

    public Presence {
        connections = Map.copyOf(connections);
        rooms = List.copyOf(rooms);
    }

    /**
     * Those subscribed to one symbol.
     *
     * @param subscribers how many connections are, on whatever channels
     */
    public record Room(Symbol symbol, int subscribers) {}
}
