package dev.liveticker.feed;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class TokenFileTest {

    @TempDir
    private Path directory;

    private final Logger logger = (Logger) LoggerFactory.getLogger(TokenFile.class);
    private final ListAppender<ILoggingEvent> told = new ListAppender<>();

    @BeforeEach
    void listen() {
        logger.setLevel(Level.WARN);
        told.start();
        logger.addAppender(told);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(told);
        logger.setLevel(null);
    }

    @Test
    void what_is_in_the_file_at_the_moment_is_shown() throws Exception {
        Path file = Files.writeString(directory.resolve("token"), "abc\n");
        TokenSource token = TokenSource.file(file);
        assertThat(token.authorization()).contains("Bearer abc");
        Files.writeString(file, "def");
        assertThat(token.authorization()).contains("Bearer def");
        assertThat(told.list).isEmpty();
        assertThat(token).isEqualTo(TokenSource.file(file)).hasSameHashCodeAs(TokenSource.file(file));
    }

    @Test
    void what_cannot_be_a_token_is_told_once_and_not_shown_anywhere() throws Exception {
        Path file = Files.writeString(directory.resolve("token"), "my secret");
        TokenSource token = TokenSource.file(file);
        for (int i = 0; i < 3; i++) {
            assertThat(token.authorization()).isEmpty();
        }
        assertThat(told.list)
                .singleElement()
                .satisfies(line -> assertThat(line.getFormattedMessage()).doesNotContain("secret"));
        Files.writeString(file, "abc");
        assertThat(token.authorization()).isPresent();
        Files.writeString(file, "another one");
        assertThat(token.authorization()).isEmpty();
        assertThat(told.list).hasSize(2);
    }

    @Test
    void a_file_that_is_not_there_is_told_once() {
        TokenSource token = TokenSource.file(directory.resolve("none"));
        for (int i = 0; i < 3; i++) {
            assertThat(token.authorization()).isEmpty();
        }
        assertThat(told.list).hasSize(1);
    }
}
