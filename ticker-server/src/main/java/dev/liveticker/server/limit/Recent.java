package dev.liveticker.server.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known of each key; so many keys at most, and each until it was not asked for during some time. It is set up
 * with the first key: a server that only its own machine talks to counts nobody, and starts sooner. Any thread.
 *
 * @param <K> whom it is known of
 * @param <V> what is known
 */
final class Recent<K, V> {

    private final int most;
    private final Duration kept;
    private final LongSupplier nanos;
    private volatile @Nullable Cache<K, V> cache;

    Recent(int most, Duration kept, LongSupplier nanos) {
        this.most = most;
        this.kept = kept;
        this.nanos = nanos;
    }

    /** What is known of a key, made if nothing is. */
    V get(K key, Function<K, V> making) {
        Cache<K, V> known = cache;
        return (known == null ? setUp() : known).get(key, making);
    }

    /** Absent if nothing is known of it. */
    @Nullable
    V find(K key) {
        Cache<K, V> known = cache;
        return known == null ? null : known.getIfPresent(key);
    }

    /** How many keys there are. */
    long size() {
        Cache<K, V> known = cache;
        if (known == null) {
            return 0;
        }
        known.cleanUp();
        return known.estimatedSize();
    }

    private synchronized Cache<K, V> setUp() {
        Cache<K, V> known = cache;
        if (known == null) {
            known = Caffeine.newBuilder()
                    .maximumSize(most)
                    .expireAfterAccess(kept)
                    .ticker(nanos::getAsLong)
                    .executor(Runnable::run)
                    .build();
            cache = known;
        }
        return known;
    }
}
