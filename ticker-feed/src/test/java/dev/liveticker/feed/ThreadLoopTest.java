package dev.liveticker.feed;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ThreadLoopTest {

    @Test
    void a_task_that_ends_with_an_error_is_told_and_the_next_one_runs() throws InterruptedException {
        ListAppender<ILoggingEvent> told = new ListAppender<>();
        told.start();
        Logger log = (Logger) LoggerFactory.getLogger(ThreadLoop.class);
        log.addAppender(told);
        CountDownLatch ran = new CountDownLatch(1);
        ThreadLoop loop = new ThreadLoop("some-feed");
        try {
            loop.execute(() -> {
                throw new NoClassDefFoundError("some/Message");
            });
            loop.execute(ran::countDown);

            assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            loop.close();
            log.detachAppender(told);
        }
        assertThat(told.list).singleElement().satisfies(event -> {
            assertThat(event.getFormattedMessage()).isEqualTo("some-feed goes on after a fault of its own");
            assertThat(event.getThrowableProxy().getMessage()).isEqualTo("some/Message");
        });
    }
}
