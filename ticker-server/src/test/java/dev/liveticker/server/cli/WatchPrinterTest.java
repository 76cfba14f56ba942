package dev.liveticker.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.message.Failure;
import dev.liveticker.message.Notification;
import dev.liveticker.message.Quote;
import dev.liveticker.model.Symbol;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Alone, since it changes what all tests in the process share. */
@Isolated
class WatchPrinterTest {

    @Test
    void what_others_wrote_does_nothing_to_a_terminal() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String evil = "\u001b[2J\u009b31m\rüber\n";
        new WatchPrinter(new PrintWriter(out), new PrintWriter(err), false, 9, _ -> {})
                .onMessages(List.of(
                        new Failure("x" + evil, evil, null, null),
                        new Notification("1", "ana", "alert", "a", null, evil, null, 1)));
        assertThat(out.toString().lines()).singleElement().asString().endsWith("?[2J?31m?über?");
        assertThat(err.toString().lines()).containsExactly("watch: x?[2J?31m?über?: ?[2J?31m?über?");
        assertThat(out.toString() + err).doesNotContain("\u001b", "\u009b");
    }

    @Test
    void numbers_are_written_alike_wherever_the_machine_is() {
        Locale before = Locale.getDefault();
        StringWriter out = new StringWriter();
        try {
            Locale.setDefault(Locale.GERMANY);
            BigDecimal last = new BigDecimal("1234.50");
            BigDecimal close = new BigDecimal("1000");
            new WatchPrinter(new PrintWriter(out), new PrintWriter(out), false, 1, _ -> {})
                    .onMessages(List.of(new Quote(
                            Symbol.of("AAPL"),
                            1,
                            1,
                            null,
                            null,
                            null,
                            null,
                            last,
                            null,
                            null,
                            null,
                            null,
                            null,
                            close,
                            null)));
        } finally {
            Locale.setDefault(before);
        }
        assertThat(out.toString()).contains(" 1234.50 ", " +23.45% ");
    }
}
