package dev.liveticker.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class ReasonTest {

    @Test
    void what_an_exception_says_is_the_reason_however_it_is_wrapped() {
        IOException full = new IOException("No space left on device");

        assertThat(Reason.of(full)).isEqualTo("No space left on device");
        assertThat(Reason.of(new CompletionException(new UncheckedIOException(full))))
                .isEqualTo("No space left on device");
        assertThat(Reason.of(new FileSystemException("list.csv", null, "Is a directory")))
                .isEqualTo("Is a directory");
    }

    @Test
    void an_exception_of_a_file_does_not_answer_with_the_name_of_the_file() {
        assertThat(Reason.of(new NoSuchFileException("list.csv"))).isEqualTo("there is no such file or folder");
        assertThat(Reason.of(new AccessDeniedException("list.csv"))).isEqualTo("access is denied");
    }

    @Test
    void an_exception_that_says_nothing_is_named_and_no_exception_is_nothing() {
        assertThat(Reason.of(new TimeoutException())).isEqualTo("TimeoutException");
        assertThat(Reason.of(new CompletionException(null))).isEqualTo("CompletionException");
        assertThat(Reason.of(null)).isEmpty();
    }
}
