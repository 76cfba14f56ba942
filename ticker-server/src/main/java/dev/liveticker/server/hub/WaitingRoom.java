package dev.liveticker.server.hub;

import dev.liveticker.message.Position;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Clients that are ahead of this hub: they saw on another what is still on its way here. What they ask for waits until
 * it has come, but not for long, and what they say after that waits behind it, so that everything is done in its order.
 * For the hub's thread only.
 */
final class WaitingRoom {

    static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Someone for whom more than that waits is not kept waiting any longer. */
    static final int MOST_WISHES = 100;

    private final Numbering numbering;
    private final int capacity;
    private final Alarms alarms;
    private final LongSupplier nanos;
    private final Alarms.Alarm alarm;
    private final Map<Object, Guest> byClient = new HashMap<>();
    private List<Guest> guests = new ArrayList<>();

    /** @param since from where it is to go on; absent if from nowhere in particular */
    private record Wish(@Nullable Position since, Runnable action) {}

    private static final class Guest {

        private final Object client;
        private final ArrayDeque<Wish> wishes = new ArrayDeque<>();
        private long until;

        Guest(Object client, long until) {
            this.client = client;
            this.until = until;
        }
    }

    /** @param capacity how many may wait; one more does not */
    WaitingRoom(Numbering numbering, int capacity, Alarms alarms, LongSupplier nanos) {
        this.numbering = numbering;
        this.capacity = capacity;
        this.alarms = alarms;
        this.nanos = nanos;
        this.alarm = alarms.create(_ -> look());
    }

    /**
     * Does something for a client once the hub is as far as it is, and everything is done that it wanted before.
     *
     * @param client whoever it is, as a key
     * @param since the place from which it is to go on, if it is to
     */
    void perform(Object client, @Nullable String since, Runnable action) {
        Guest guest = byClient.get(client);
        if (guest == null) {
            if (Resumption.ahead(since, numbering) == 0 || byClient.size() >= capacity) {
                action.run();
                return;
            }
            guest = new Guest(client, nanos.getAsLong() + PATIENCE.toNanos());
            byClient.put(client, guest);
            guests.add(guest);
            alarms.callBy(alarm, guest.until);
        }
        // Parsed once: it is looked at after each batch.
        Position place = since == null ? null : Position.parse(since).orElse(null);
        guest.wishes.add(new Wish(place, action));
        if (guest.wishes.size() > MOST_WISHES) {
            guest.until = Long.MIN_VALUE;
            look();
        }
    }

    /** Does what need not wait any longer. To be called when the hub has got further. */
    void look() {
        if (guests.isEmpty()) {
            return;
        }
        long now = nanos.getAsLong();
        List<Guest> all = guests;
        guests = new ArrayList<>();
        for (Guest guest : all) {
            if (now < guest.until && isAhead(guest)) {
                guests.add(guest);
            } else {
                serve(guest, now);
            }
        }
        // They came in this order, and all have the same patience.
        if (!guests.isEmpty()) {
            alarms.callBy(alarm, guests.getFirst().until);
        }
    }

    /** Lets nobody wait any longer. */
    void clear() {
        guests.forEach(guest -> guest.until = Long.MIN_VALUE);
        look();
    }

    private void serve(Guest guest, long now) {
        while (!guest.wishes.isEmpty() && (now >= guest.until || !isAhead(guest))) {
            guest.wishes.removeFirst().action().run();
        }
        if (guest.wishes.isEmpty()) {
            byClient.remove(guest.client);
        } else {
            guests.add(guest);
        }
    }

    private boolean isAhead(Guest guest) {
        Wish first = guest.wishes.peekFirst();
        Position since = first == null ? null : first.since();
        return since != null && Resumption.ahead(since, numbering) > 0;
    }
}
