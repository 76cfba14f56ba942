package dev.liveticker.server.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReadersTest {

    private static final int MANY = 18;

    @Test
    void so_many_wait_and_no_more() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger started = new AtomicInteger();
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (Readers readers = new Readers(() -> DriverManager.getConnection("jdbc:sqlite::memory:"));
                ExecutorService threads = Executors.newCachedThreadPool()) {
            List<CompletableFuture<Boolean>> answers = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                CompletableFuture<Boolean> answer = new CompletableFuture<>();
                answers.add(answer);
                threads.execute(() -> {
                    started.incrementAndGet();
                    try {
                        answer.complete(readers.ask(connection -> {
                            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                            stand(go);
                            atOnce.decrementAndGet();
                            return connection.isValid(1);
                        }));
                    } catch (IOException e) {
                        answer.completeExceptionally(e);
                    }
                });
            }
            await().until(() -> started.get() == MANY && readers.asking() == MANY);
            assertThatExceptionOfType(ArchiveBusyException.class).isThrownBy(() -> readers.ask(connection -> true));
            go.countDown();
            for (CompletableFuture<Boolean> answer : answers) {
                assertThat(answer.get()).isTrue();
            }
            assertThat(most).hasValue(2);
            int answer = readers.ask(connection -> 7);
            assertThat(answer).isEqualTo(7);
        }
    }

    private static void stand(CountDownLatch latch) throws SQLException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new SQLException(e);
        }
    }

    @Test
    void one_that_is_in_use_for_longer_than_anybody_waits_is_closed_when_it_comes_free() throws Exception {
        List<Connection> opened = new ArrayList<>();
        Readers readers = new Readers(() -> {
            opened.add(DriverManager.getConnection("jdbc:sqlite::memory:"));
            return opened.getLast();
        });
        CountDownLatch asking = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Integer> answer = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                answer.complete(readers.ask(connection -> {
                    asking.countDown();
                    stand(go);
                    return 7;
                }));
            } catch (IOException e) {
                answer.completeExceptionally(e);
            }
        });
        asking.await();
        readers.close();
        assertThat(answer).isNotDone();
        go.countDown();
        assertThat(answer.get()).isEqualTo(7);
        for (Connection connection : opened) {
            assertThat(connection.isClosed()).isTrue();
        }
    }

    @Test
    void one_that_failed_gives_its_connection_back() throws Exception {
        try (Readers readers = new Readers(() -> DriverManager.getConnection("jdbc:sqlite::memory:"))) {
            for (int i = 0; i < MANY; i++) {
                assertThatExceptionOfType(IOException.class)
                        .isThrownBy(() -> readers.ask(connection -> {
                            throw new SQLException("no");
                        }));
            }
            int answer = readers.ask(connection -> 7);
            assertThat(answer).isEqualTo(7);
        }
    }
}
