package dev.liveticker.desktop.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.FakeMarketData;
import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.model.Alert;
import dev.liveticker.model.AlertCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertFormViewModelTest {

    private final InstrumentDirectory instruments = new InstrumentDirectory(new FakeMarketData(), Runnable::run);
    private final List<Alert> asked = new ArrayList<>();
    private final Locale before = Locale.getDefault(Locale.Category.FORMAT);
    private AlertFormViewModel form;

    @BeforeEach
    void open() {
        Locale.setDefault(Locale.Category.FORMAT, Locale.US);
        instruments.load();
        form = new AlertFormViewModel(
                "id",
                false,
                instruments,
                symbol -> instruments.find(symbol).isPresent(),
                symbol -> symbol.equals(Some.AAPL) ? Optional.of(Some.price("189.25")) : Optional.empty(),
                asked::add);
    }

    @AfterEach
    void restore() {
        Locale.setDefault(Locale.Category.FORMAT, before);
    }

    @ParameterizedTest
    @CsvSource({
        "'', CROSSES_ABOVE, 190, Which symbol?",
        "no symbol, CROSSES_ABOVE, 190, Which symbol?",
        "ZZZZ, CROSSES_ABOVE, 190, There is no symbol ZZZZ on this server.",
        "AAPL, CROSSES_ABOVE, '', A price above 0 is needed.",
        "AAPL, CROSSES_BELOW, 0, A price above 0 is needed.",
        "AAPL, CROSSES_BELOW, -5, A price above 0 is needed.",
        "AAPL, CROSSES_BELOW, much, A price above 0 is needed.",
        "AAPL, CHANGE_PERCENT_BELOW, -100, A percentage above \u2212100 with at most 4 decimals is needed.",
        "AAPL, CHANGE_PERCENT_ABOVE, 0.12345, A percentage above \u2212100 with at most 4 decimals is needed.",
    })
    void what_cannot_be_is_said_and_not_asked_for(
            String symbol, AlertCondition condition, String level, String problem) {
        form.symbol().set(symbol);
        form.condition().set(condition);
        form.level().set(level);
        assertThat(form.problem().get()).as("before it is sent").isEmpty();

        assertThat(form.submit()).isFalse();

        assertThat(form.problem().get()).isEqualTo(problem);
        assertThat(asked).isEmpty();
    }

    @Test
    void a_name_is_completed_to_its_symbol_and_what_is_filled_in_needs_no_completion() {
        form.fill(Some.AAPL, null);
        assertThat(form.completion().suggestions()).isEmpty();

        form.symbol().set("micro");
        form.completion().complete();

        assertThat(form.symbol().get()).isEqualTo("MSFT");
    }

    @Test
    void what_was_wrong_is_right_as_soon_as_it_is() {
        form.symbol().set("aapl");
        form.submit();
        assertThat(form.problem().get()).isNotEmpty();

        form.level().set("190");

        assertThat(form.problem().get()).isEmpty();
    }

    @Test
    void a_percentage_is_typed_with_or_without_its_sign() {
        form.symbol().set(" aapl ");
        form.condition().set(AlertCondition.CHANGE_PERCENT_BELOW);
        form.repeat().set(true);
        form.level().set("\u22122.5 %");
        assertThat(form.submit()).isTrue();

        Alert alert = asked.getFirst();
        assertThat(alert.symbol()).isEqualTo(Some.AAPL);
        assertThat(alert.percent()).isEqualByComparingTo("-2.5");
        assertThat(alert.price()).isNull();
        assertThat(alert.repeat()).isTrue();
        assertThat(alert.note()).isNull();
    }

    @Test
    void a_price_is_typed_as_the_locale_writes_it() {
        Locale.setDefault(Locale.Category.FORMAT, Locale.GERMANY);
        form.symbol().set("AAPL");
        form.level().set("1.234,5");
        form.submit();

        assertThat(asked.getFirst().price()).isEqualByComparingTo("1234.5");
    }

    @Test
    void a_price_of_the_chart_is_brought_to_a_tick_and_crossed_from_where_it_stands() {
        form.fill(Some.AAPL, Some.price("188.12345"));
        assertThat(form.condition().get()).isEqualTo(AlertCondition.CROSSES_BELOW);
        assertThat(form.level().get()).isEqualTo("188.12");

        form.fill(Some.AAPL, Some.price("190.456"));
        assertThat(form.condition().get()).isEqualTo(AlertCondition.CROSSES_ABOVE);
        assertThat(form.level().get()).isEqualTo("190.46");
    }

    @Test
    void it_says_where_the_price_is_and_that_a_level_is_passed_already() {
        form.symbol().set("AAPL");
        form.level().set("190");
        assertThat(form.hint().get()).isEqualTo("Apple Inc.: 189.25 now");

        form.level().set("189");
        assertThat(form.hint().get()).startsWith("It is at 189.25 already");
        form.condition().set(AlertCondition.CROSSES_BELOW);
        assertThat(form.hint().get()).isEqualTo("Apple Inc.: 189.25 now");
    }

    @Test
    void a_note_of_any_length_is_not_taken() {
        form.symbol().set("AAPL");
        form.level().set("190");
        form.note().set("x".repeat(AlertFormViewModel.LONGEST_NOTE + 1));
        assertThat(form.submit()).isFalse();
        form.note().set("x".repeat(AlertFormViewModel.LONGEST_NOTE));
        assertThat(form.submit()).isTrue();
    }
}
