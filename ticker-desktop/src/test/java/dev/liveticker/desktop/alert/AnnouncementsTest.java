package dev.liveticker.desktop.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.FakeMarketData;
import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.model.AlertCondition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnnouncementsTest {

    private static final long MILLI = Duration.ofMillis(1).toNanos();

    private final AlertWords words = new AlertWords(new InstrumentDirectory(new FakeMarketData(), Runnable::run));
    private final List<Announcement> shown = new ArrayList<>();
    private boolean onDesktop = true;
    private boolean sound = true;
    private int heard;
    private final Announcements announcements = new Announcements(() -> onDesktop, () -> sound);

    @BeforeEach
    void open() {
        announcements.by(shown::add, () -> heard++);
    }

    private static FiredAlert fired(int number, String note) {
        return new FiredAlert(
                "here",
                "n" + number,
                Some.AAPL,
                AlertCondition.CROSSES_ABOVE,
                Some.price("190"),
                note,
                Some.price("190.0" + number),
                "text",
                number,
                false);
    }

    @Test
    void the_first_is_told_at_once_and_what_follows_together_two_seconds_later() {
        announcements.add(fired(1, "sell"));
        announcements.pulse(5, words);
        assertThat(shown).containsExactly(new Announcement("AAPL at 190.01 \u00b7 rises to 190.00", List.of("sell")));

        for (int i = 2; i <= 6; i++) {
            announcements.add(fired(i, null));
            announcements.pulse(5 + i * 100L * MILLI, words);
        }
        announcements.pulse(4 + 2_000 * MILLI, words);
        assertThat(shown).hasSize(1);
        assertThat(heard).isEqualTo(1);

        announcements.pulse(5 + 2_000 * MILLI, words);
        assertThat(heard).isEqualTo(2);
        assertThat(shown.getLast().title()).isEqualTo("5 alerts fired");
        assertThat(shown.getLast().lines())
                .containsExactly(
                        "AAPL at 190.06 \u00b7 rises to 190.00",
                        "AAPL at 190.05 \u00b7 rises to 190.00",
                        "AAPL at 190.04 \u00b7 rises to 190.00");
        announcements.pulse(5 + 10_000 * MILLI, words);
        assertThat(shown).hasSize(2);
    }

    @Test
    void the_settings_hold_from_one_to_the_next() {
        onDesktop = false;
        announcements.add(fired(1, null));
        announcements.pulse(0, words);
        assertThat(shown).isEmpty();
        assertThat(heard).isEqualTo(1);

        onDesktop = true;
        sound = false;
        announcements.add(fired(2, null));
        announcements.pulse(2_000 * MILLI, words);
        assertThat(shown).hasSize(1);
        assertThat(heard).isEqualTo(1);
    }

    @Test
    void what_is_told_in_the_servers_words_where_the_alert_is_unknown() {
        announcements.add(new FiredAlert("here", "n", null, null, null, null, null, "as the server put it", 1, false));
        announcements.pulse(0, words);

        assertThat(shown).extracting(Announcement::title).containsExactly("as the server put it");
    }
}
