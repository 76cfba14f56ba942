package dev.liveticker.server.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/** Who is told of a change. Joining and leaving take the same short time however many there are. */
final class Audience<S extends Audience.Seat> {

    private final List<S> seats = new ArrayList<>();

    void add(S seat) {
        place(seat, seats.size());
        seats.add(seat);
    }

    /** Takes out who is in it; the last one moves to the free place. */
    void remove(S seat) {
        int free = placeOf(seat);
        S last = seats.removeLast();
        if (free < seats.size()) {
            seats.set(free, last);
            place(last, free);
        }
    }

    int size() {
        return seats.size();
    }

    /** The sum of a figure of each. */
    int sum(ToIntFunction<? super S> figure) {
        return seats.stream().mapToInt(figure).sum();
    }

    /** Allows for the one at hand to leave, and for others to join. */
    void forEachLeaving(Consumer<? super S> action) {
        for (int i = seats.size() - 1; i >= 0; i--) {
            if (i < seats.size()) {
                action.accept(seats.get(i));
            }
        }
    }

    void forEach(Consumer<? super S> action) {
        seats.forEach(action);
    }

    private static void place(Seat seat, int place) {
        seat.place = place;
    }

    private static int placeOf(Seat seat) {
        return seat.place;
    }

    /** One of an audience; remembers its place in it. */
    abstract static class Seat {
        private int place;
    }
}
