package dev.liveticker.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HubThreadTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void what_it_takes_is_done_however_it_stops_meanwhile() throws InterruptedException {
        for (int i = 0; i < 500; i++) {
            HubThread thread = new HubThread(() -> Long.MAX_VALUE, System::nanoTime, new Durations(1));
            thread.start();
            AtomicInteger taken = new AtomicInteger();
            AtomicInteger done = new AtomicInteger();
            CountDownLatch begun = new CountDownLatch(1);
            Thread other = Thread.ofPlatform().start(() -> {
                while (thread.submit(done::incrementAndGet)) {
                    taken.incrementAndGet();
                    begun.countDown();
                }
            });
            begun.await();
            thread.stop(LONG);
            other.join(LONG);
            assertThat(done.get()).isEqualTo(taken.get());
        }
    }

    @Test
    void it_goes_on_after_an_error_in_a_turn_or_in_what_it_was_asked_to_do() throws InterruptedException {
        AtomicInteger turns = new AtomicInteger();
        HubThread thread = new HubThread(() -> failingAtFirst(turns), System::nanoTime, new Durations(1));
        thread.start();
        CountDownLatch done = new CountDownLatch(1);
        thread.submit(() -> {
            throw new StackOverflowError("on purpose");
        });
        thread.submit(done::countDown);
        assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
        thread.stop(LONG);
    }

    private static long failingAtFirst(AtomicInteger turns) {
        if (turns.getAndIncrement() == 0) {
            throw new StackOverflowError("on purpose");
        }
        return Long.MAX_VALUE;
    }
}
