package dev.liveticker.desktop.opening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.text.Texts;
import dev.liveticker.model.Symbol;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What links may ask for, and what is refused. */
class WatchLinkTest {

    @BeforeEach
    void speakEnglish() {
        Texts.speak(Locale.ENGLISH);
    }

    @Test
    void symbols_are_read_in_their_order_and_each_once() {
        assertThat(read("liveticker://watch/AAPL,MSFT,AAPL")).containsExactly(symbol("AAPL"), symbol("MSFT"));
        assertThat(read("LiveTicker://WATCH/brk.b,btc-usd")).containsExactly(symbol("BRK.B"), symbol("BTC-USD"));
        assertThat(read("liveticker://watch/%5EGSPC,EURUSD=X,BTC%2fUSD"))
                .containsExactly(symbol("^GSPC"), symbol("EURUSD=X"), symbol("BTC/USD"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "liveticker:",
                "liveticker:watch/AAPL",
                "liveticker:///watch/AAPL",
                "liveticker://watch",
                "liveticker://watch:80/AAPL",
                "liveticker://somebody@watch/AAPL",
                "liveticker://remove/AAPL",
                "liveticker://settings/server=http://elsewhere.example",
                "liveticker:javascript:alert(1)",
                "https://watch/AAPL"
            })
    void what_is_not_of_the_one_form_is_refused(String link) {
        assertThat(refusal(link)).isEqualTo("it is not written like liveticker://watch/AAPL,MSFT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "AAPL,",
                "AAPL,,MSFT",
                "AAPL MSFT",
                "AAPL%20",
                "AAPL?server=x",
                "AAPL#x",
                "AAPL/",
                "../../etc/passwd",
                "..%2F..%2F",
                "---",
                "%",
                "%4",
                "%4x",
                "%2541",
                "AAPL%00",
                "AAPL%0A",
                "%E2%80%AE",
                "\u0410APL",
                "\u017FAP",
                "stra\u00DFe",
                "\uFF21APL",
                "%\uFF14\uFF11",
                "<script>",
                "$(reboot)",
                "AAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void a_part_that_is_no_symbol_refuses_all_of_it(String part) {
        assertThat(refusal("liveticker://watch/MSFT," + part)).matches("\u201c[!-~\u2026]*\u201d is no symbol");
        assertThat(refusal("liveticker://watch/" + part)).endsWith("is no symbol");
    }

    @Test
    void there_is_an_end_to_a_link() {
        String fifty = IntStream.range(0, 50).mapToObj(i -> "A" + i).collect(Collectors.joining(","));
        assertThat(read("liveticker://watch/" + fifty)).hasSize(50);
        assertThat(refusal("liveticker://watch/" + fifty + ",B")).isEqualTo("it names more than 50 symbols");
        assertThat(read("liveticker://watch/" + String.join(",", Collections.nCopies(300, "AAPL"))))
                .hasSize(1);
        assertThat(refusal("liveticker://watch/" + "A,".repeat(2_000))).isEqualTo("it is longer than 2,000 characters");
        assertThat(refusal("liveticker://watch/" + "\u202E".repeat(100)))
                .isEqualTo("\u201c" + "?".repeat(30) + "\u2026\u201d is no symbol");
    }

    @Property(tries = 500)
    void whatever_comes_is_symbols_or_a_sentence(@ForAll("texts") String text) {
        Opening.parse(Opening.SCHEME + text).ifPresent(opening -> {
            switch (WatchLink.read(((Opening.Link) opening).text())) {
                case WatchLink.Symbols symbols -> assertThat(symbols.list()).isNotEmpty();
                case WatchLink.Refused refused ->
                    assertThat(refused.why()).isNotBlank().hasSizeLessThan(120);
            }
        });
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings(),
                Arbitraries.strings().withChars("AZ09%,./^=:- 2Ff").map(text -> "//watch/" + text));
    }

    @Property(tries = 300)
    void every_symbol_can_be_linked_to(@ForAll("symbols") Symbol symbol) {
        String encoded = URLEncoder.encode(symbol.text(), StandardCharsets.US_ASCII);

        assertThat(read("liveticker://watch/" + encoded)).containsExactly(symbol);
    }

    @Provide
    Arbitrary<Symbol> symbols() {
        return Arbitraries.strings()
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .withChars(".^=:/-")
                .ofMinLength(1)
                .ofMaxLength(Symbol.MAX_LENGTH)
                .filter(text -> text.chars().anyMatch(Character::isLetterOrDigit))
                .map(Symbol::of);
    }

    private static List<Symbol> read(String link) {
        return ((WatchLink.Symbols) WatchLink.read(link)).list();
    }

    private static String refusal(String link) {
        return ((WatchLink.Refused) WatchLink.read(link)).why();
    }

    private static Symbol symbol(String text) {
        return Symbol.of(text);
    }
}
