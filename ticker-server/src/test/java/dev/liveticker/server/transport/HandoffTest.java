package dev.liveticker.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.codec.MalformedFrameException;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.End;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.server.hub.Login;
import dev.liveticker.server.hub.Subscriber;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HandoffTest {

    @Test
    void a_burst_wakes_the_thread_once() {
        Queue<Runnable> thread = new ArrayDeque<>();
        List<Integer> ran = new ArrayList<>();
        Handoff handoff = new Handoff(thread::add, written -> {});
        for (int i = 0; i < 5; i++) {
            int n = i;
            handoff.add(() -> ran.add(n));
        }
        assertThat(thread).hasSize(1);
        thread.remove().run();
        assertThat(ran).containsExactly(0, 1, 2, 3, 4);
        handoff.add(() -> ran.add(5));
        assertThat(thread).hasSize(1);
    }

    @Test
    void one_that_fails_does_not_keep_the_others_back() {
        Queue<Runnable> thread = new ArrayDeque<>();
        List<String> ran = new ArrayList<>();
        Handoff handoff = new Handoff(thread::add, written -> {});
        handoff.add(() -> {
            throw new IllegalStateException("expected by the test");
        });
        handoff.add(() -> ran.add("second"));
        thread.remove().run();
        assertThat(ran).containsExactly("second");
    }

    @Test
    void what_a_burst_wrote_is_reported_at_once() {
        Queue<Runnable> thread = new ArrayDeque<>();
        List<List<Subscriber>> reports = new ArrayList<>();
        Handoff handoff = new Handoff(thread::add, reports::add);
        Subscriber[] subscribers = {new Nobody(), new Nobody(), new Nobody()};
        for (Subscriber subscriber : subscribers) {
            handoff.add(() -> handoff.drained(subscriber));
        }
        thread.remove().run();
        assertThat(reports).containsExactly(List.of(subscribers));
        // Later, on its own, when the network takes more.
        handoff.drained(subscribers[0]);
        assertThat(reports).hasSize(2);
        assertThat(reports.getLast()).containsExactly(subscribers[0]);
    }

    private static final class Nobody implements Subscriber {
        @Override
        public String session() {
            return "nobody";
        }

        @Override
        public void receive(List<ClientMessage> messages) {
            throw new AssertionError();
        }

        @Override
        public void malformed(MalformedFrameException why) {
            throw new AssertionError();
        }

        @Override
        public void login(Login login) {
            throw new AssertionError();
        }

        @Override
        public void tell(ServerMessage message) {
            throw new AssertionError();
        }

        @Override
        public void dismiss(ServerMessage lastWord, End end) {
            throw new AssertionError();
        }

        @Override
        public void disconnected() {
            throw new AssertionError();
        }
    }

    @Test
    void nothing_handed_over_by_many_threads_is_forgotten() throws InterruptedException {
        int each = 20_000;
        AtomicInteger ran = new AtomicInteger();
        ExecutorService ioThread = Executors.newSingleThreadExecutor();
        ExecutorService hubs = Executors.newFixedThreadPool(4);
        Handoff handoff = new Handoff(ioThread, written -> {});
        for (int i = 0; i < 4; i++) {
            hubs.execute(() -> {
                for (int n = 0; n < each; n++) {
                    handoff.add(ran::incrementAndGet);
                }
            });
        }
        hubs.shutdown();
        assertThat(hubs.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        ioThread.shutdown();
        assertThat(ioThread.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(ran).hasValue(4 * each);
    }
}
