package dev.liveticker.server.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which number stands for which series. One thread writes, any reads. */
final class SeriesIds<K> {

    private final Map<K, Long> ids = new ConcurrentHashMap<>();
    private final List<K> made = new ArrayList<>();

    Optional<Long> id(K key) {
        return Optional.ofNullable(ids.get(key));
    }

    Set<K> keys() {
        return Set.copyOf(ids.keySet());
    }

    /** Takes in one that is in the file. */
    void put(K key, long id) {
        ids.put(key, id);
    }

    /** Takes in one that will be in the file, if the transaction at hand succeeds. */
    void made(K key, long id) {
        ids.put(key, id);
        made.add(key);
    }

    /** The transaction succeeded. */
    void settled() {
        made.clear();
    }

    /** The transaction failed: what was made in it is not there. */
    void undone() {
        made.forEach(ids::remove);
        made.clear();
    }
}
