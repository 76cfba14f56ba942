package dev.liveticker.desktop.alert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What fired, newest first: the newest {@value #MOST_OF_ONE} of each server, and {@value #MOST} in all.
 *
 * @param fired each notification of a server once
 */
public record AlertHistory(List<FiredAlert> fired) {

    /** As many as a server keeps waiting: each that it sends again is known, and not announced once more. */
    static final int MOST_OF_ONE = 500;

    static final int MOST = 1_000;

    static final AlertHistory EMPTY = new AlertHistory(List.of());

    public AlertHistory {
        fired = List.copyOf(fired);
    }

    /** With what fired now, oldest first, at its top. */
    AlertHistory with(Collection<FiredAlert> now) {
        List<FiredAlert> all = new ArrayList<>(now);
        Collections.reverse(all);
        all.addAll(fired);
        return bounded(all);
    }

    /** The newest of these as far as there is room for them. */
    static AlertHistory bounded(Collection<FiredAlert> newestFirst) {
        Map<String, Integer> ofOne = new HashMap<>();
        List<FiredAlert> kept = new ArrayList<>();
        for (FiredAlert each : newestFirst) {
            if (kept.size() < MOST && ofOne.merge(each.server(), 1, Integer::sum) <= MOST_OF_ONE) {
                kept.add(each);
            }
        }
        return new AlertHistory(kept);
    }

    /** With these marked as seen. */
    AlertHistory seen(Predicate<FiredAlert> which) {
        return new AlertHistory(fired.stream()
                .map(each -> !each.seen() && which.test(each) ? each.asSeen() : each)
                .toList());
    }

    Optional<FiredAlert> find(String server, String id) {
        return fired.stream()
                .filter(each -> each.isOf(server) && each.id().equals(id))
                .findFirst();
    }

    List<FiredAlert> of(String server) {
        return fired.stream().filter(each -> each.isOf(server)).toList();
    }
}
