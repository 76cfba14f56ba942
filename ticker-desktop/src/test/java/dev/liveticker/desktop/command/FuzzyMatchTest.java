package dev.liveticker.desktop.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class FuzzyMatchTest {

    @Test
    void a_beginning_is_worth_more_than_a_word_and_that_more_than_an_inside() {
        assertThat(score("set", "Settings")).isEqualTo(100);
        assertThat(score("set", "Open settings")).isBetween(50, 99);
        assertThat(score("tting", "Settings")).isBetween(1, score("set", "Open settings") - 1);
    }

    @Test
    void letters_at_the_beginnings_of_words_find_it() {
        assertThat(places("swtr", "Switch transport")).containsExactly(0, 1, 7, 8);
        assertThat(places("st", "Switch transport")).containsExactly(0, 7);
        assertThat(places("tape fas", "Ticker tape: faster")).containsExactly(7, 8, 9, 10, 13, 14, 15);
        assertThat(places("swch", "Switch transport")).containsExactly(0, 1, 4, 5);
    }

    @Test
    void what_is_not_there_in_that_order_is_not_found() {
        assertThat(FuzzyMatch.of("xyz", "Switch transport")).isEmpty();
        assertThat(FuzzyMatch.of("ts", "Quit")).isEmpty();
        assertThat(FuzzyMatch.of("wp", "Switch transport"))
                .as("begins inside one word and goes on inside another")
                .isEmpty();
        assertThat(FuzzyMatch.of("a", "")).isEmpty();
    }

    @Test
    void case_and_accents_do_not_matter() {
        assertThat(places("ubertragung", "\u00dcbertragungsweg wechseln")).hasSize(11);
        assertThat(places("WEG W", "\u00dcbertragungsweg wechseln")).isNotEmpty();
    }

    @Test
    void nothing_typed_is_in_everything() {
        assertThat(FuzzyMatch.of("   ", "Quit"))
                .get()
                .extracting(FuzzyMatch::score)
                .isEqualTo(0);
    }

    @Property(tries = 300)
    void a_match_is_within_its_bounds(
            @ForAll @StringLength(max = 80) String typed, @ForAll @StringLength(max = 250) String text) {
        FuzzyMatch.of(typed, text).ifPresent(match -> {
            assertThat(match.score()).isBetween(0, 100);
            assertThat(match.places().length()).isLessThanOrEqualTo(text.length());
        });
    }

    @Property(tries = 1_000)
    void the_letters_that_answer_are_those_typed(
            @ForAll @StringLength(min = 1, max = 4) @Chars({'a', 'b', 'c'}) String typed,
            @ForAll @StringLength(max = 30) @Chars({'a', 'b', 'c', ' '}) String text) {
        FuzzyMatch.of(typed, text)
                .ifPresent(match -> assertThat(match.places().stream()
                                .mapToObj(place -> text.substring(place, place + 1))
                                .collect(Collectors.joining()))
                        .as("%s in %s", typed, text)
                        .isEqualTo(typed));
    }

    @Property(tries = 300)
    void a_word_of_a_text_is_found_in_it(@ForAll @StringLength(min = 1, max = 30) String text) {
        for (String word : text.strip().split("\\s+")) {
            if (!word.isBlank() && word.codePoints().allMatch(Character::isLetterOrDigit)) {
                assertThat(FuzzyMatch.of(word, text)).as(text).isPresent();
            }
        }
    }

    private static int score(String typed, String text) {
        return FuzzyMatch.of(typed, text).orElseThrow().score();
    }

    private static List<Integer> places(String typed, String text) {
        return FuzzyMatch.of(typed, text).orElseThrow().places().stream()
                .boxed()
                .toList();
    }
}
