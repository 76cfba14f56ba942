package dev.liveticker.server.metric;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What was answered last; there is never more than one question on its way. */
final class Latest<T> {

    private final Supplier<CompletableFuture<T>> source;
    private volatile T value;
    private CompletableFuture<T> asked;

    /** @param first until there is an answer */
    Latest(T first, Supplier<CompletableFuture<T>> source) {
        this.value = first;
        this.source = source;
        this.asked = CompletableFuture.completedFuture(first);
    }

    synchronized CompletableFuture<?> ask() {
        if (asked.isDone()) {
            asked = source.get().thenApply(answer -> {
                value = answer;
                return answer;
            });
        }
        return asked;
    }

    T value() {
        return value;
    }
}
