package dev.liveticker.server.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A bucket of tokens for each key. One that is full again is forgotten, since a new one is no different; of the rest so
 * many are kept that memory is bounded. Any thread.
 *
 * @param <K> what is counted by
 */
final class Buckets<K> {

    private final Rate rate;
    private final TimeMeter clock;
    private final Recent<K, Bucket> buckets;

    Buckets(Rate rate, int maxKeys, LongSupplier nanos) {
        this.rate = rate;
        this.clock = meter(nanos);
        Duration untilFull = Duration.ofMinutes(1).multipliedBy(rate.burst()).dividedBy(rate.perMinute());
        this.buckets = new Recent<>(maxKeys, untilFull.plusSeconds(1), nanos);
    }

    /** Takes so many, or none. How long to wait before trying again; zero if they were taken. */
    Duration take(K key, long tokens) {
        return take(of(key), rate, tokens);
    }

    /** How long until one could be taken; zero if one can. Nothing is taken. */
    Duration wait(K key) {
        Bucket bucket = buckets.find(key);
        return bucket == null
                ? Duration.ZERO
                : Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    long size() {
        return buckets.size();
    }

    private Bucket of(K key) {
        return buckets.get(key, _ -> bucket(rate, clock));
    }

    static Bucket bucket(Rate rate, TimeMeter clock) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.perMinute(), Duration.ofMinutes(1)))
                .withCustomTimePrecision(clock)
                .build();
    }

    /** More than the bucket ever holds costs all it holds. */
    static Duration take(Bucket bucket, Rate rate, long tokens) {
        long cost = Math.min(tokens, rate.burst());
        return Duration.ofNanos(bucket.tryConsumeAndReturnRemaining(cost).getNanosToWaitForRefill());
    }

    static TimeMeter meter(LongSupplier nanos) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return nanos.getAsLong();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
    }
}
