package dev.liveticker.desktop.app;

import static dev.liveticker.desktop.app.OpenDesktop.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.opening.Opening;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<Opening> WANTED = List.of(new Opening.Link("liveticker://watch/MSFT"));

    @TempDir
    Path directory;

    private final List<Opening> opened = new CopyOnWriteArrayList<>();

    @Test
    void one_that_runs_takes_over_what_was_to_be_opened() {
        Claim.First first = (Claim.First) stake();

        assertThat(Claim.stake(directory, opened::addAll, WANTED, PATIENCE)).isEqualTo(new Claim.Second());

        // One that is answered late asks again.
        assertThat(opened).isNotEmpty().containsOnly(WANTED.getFirst());
        first.instance().close();
    }

    @Test
    void the_end_of_one_that_is_just_being_closed_is_waited_for() throws Exception {
        SingleInstance ending = SingleInstance.claim(directory, opened::addAll);
        ending.stopAnswering();
        assertThat(InstanceCall.open(directory, WANTED, Duration.ZERO))
                .as("it is of no use any more")
                .isFalse();
        assertThat(SingleInstance.claim(directory, opened::addAll))
                .as("it has not saved yet")
                .isNull();

        CompletableFuture<Claim> next = new CompletableFuture<>();
        Thread waiting = Thread.ofPlatform().daemon().start(() -> next.complete(stake()));
        soon().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);
        ending.close();

        assertThat(next.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        Claim.First.class, first -> first.instance().close());
        assertThat(opened).isEmpty();
    }

    @Test
    void one_that_neither_answers_nor_ends_is_not_waited_for_for_ever() throws Exception {
        try (SingleInstance hanging = SingleInstance.claim(directory, opened::addAll)) {
            hanging.stopAnswering();

            assertThat(Claim.stake(directory, opened::addAll, WANTED, Duration.ofMillis(100)))
                    .isEqualTo(new Claim.Unanswered());
        }
    }

    private Claim stake() {
        return Claim.stake(directory, opened::addAll, List.of(), PATIENCE);
    }
}
