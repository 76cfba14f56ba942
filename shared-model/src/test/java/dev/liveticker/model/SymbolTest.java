package dev.liveticker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymbolTest {

    @Test
    void case_and_blanks_around_it_do_not_matter() {
        assertThat(Symbol.of(" brk.b ")).isEqualTo(new Symbol("BRK.B"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAPL", "BRK.B", "^GSPC", "BTC-USD", "EURUSD=X", "A/B:C", "0123456789ABCDEFGHIJKLMN"})
    void what_traders_type_is_a_symbol(String text) {
        assertThat(Symbol.parse(text)).hasValue(new Symbol(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "A B", "ÄPFEL", "A\u0000", "AAPL;DROP", "0123456789ABCDEFGHIJKLMNO", "*"})
    void anything_else_is_none(String text) {
        assertThat(Symbol.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Symbol.of(text));
    }

    @Test
    void folding_does_not_depend_on_the_language_of_the_machine() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(Symbol.of("intc").text()).isEqualTo("INTC");
        } finally {
            Locale.setDefault(before);
        }
    }
}
