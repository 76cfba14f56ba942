package dev.liveticker.desktop.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.FakeMarketData;
import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.model.Instrument;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompletionTest {

    private final InstrumentDirectory instruments = new InstrumentDirectory(new FakeMarketData(), Runnable::run);
    private final StringProperty text = new SimpleStringProperty("AAPL");
    private final Completion completion = new Completion(text, typed -> instruments.search(typed, Completion.MOST));

    @BeforeEach
    void load() {
        instruments.load();
    }

    @Test
    void what_was_there_before_somebody_typed_has_no_suggestions() {
        assertThat(completion.suggestions()).isEmpty();
        assertThat(completion.chosen()).isEmpty();
        assertThat(completion.complete()).isFalse();
        assertThat(text.get()).isEqualTo("AAPL");
    }

    @Test
    void a_name_that_is_begun_becomes_its_symbol() {
        text.set("micros");
        assertThat(completion.chosen()).map(Instrument::symbol).contains(Some.MSFT);

        assertThat(completion.complete()).isTrue();

        assertThat(text.get()).isEqualTo("MSFT");
        assertThat(completion.suggestions()).isEmpty();
        assertThat(completion.highlighted().get()).isEqualTo(-1);
    }

    @Test
    void a_symbol_that_is_typed_whole_is_left_as_it_is() {
        text.set(" msft ");

        assertThat(completion.complete()).isFalse();

        assertThat(text.get()).isEqualTo(" msft ");
        assertThat(completion.suggestions()).isEmpty();
    }

    @Test
    void the_highlight_goes_round() {
        text.set("a");
        int count = completion.suggestions().size();
        assertThat(count).isGreaterThan(1);

        completion.move(-1);
        assertThat(completion.highlighted().get()).isEqualTo(count - 1);
        completion.move(1);
        assertThat(completion.highlighted().get()).isZero();
    }

    @Test
    void what_means_nothing_suggests_nothing() {
        text.set("zzzz");

        assertThat(completion.suggestions()).isEmpty();
        completion.move(1);
        assertThat(completion.chosen()).isEmpty();
    }
}
