package dev.liveticker.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CsvTextTest {

    @Test
    void quoted_fields_hold_separators_quotes_and_line_ends() {
        assertThat(fields("a,\"b,c\",\"say \"\"hi\"\"\"\r\n\"two\r\nlines\",d\n"))
                .containsExactly(List.of("a", "b,c", "say \"hi\""), List.of("two\r\nlines", "d"));
    }

    @Test
    void semicolons_tabs_marks_and_blank_lines_are_taken_as_they_come() {
        assertThat(fields("\uFEFFa;b\n\n;\nc;d")).containsExactly(List.of("a", "b"), List.of("c", "d"));
        assertThat(fields("a\tb,c\n")).as("as many tabs as commas").containsExactly(List.of("a\tb", "c"));
        assertThat(fields("a\tb\tc")).containsExactly(List.of("a", "b", "c"));
        assertThat(fields("sep=|\r\na|b")).containsExactly(List.of("a", "b"));
        assertThat(fields("a\rb")).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void a_line_has_its_number_even_below_one_that_spans_several() {
        List<CsvText.Row> rows = rows("a\n\n\"b\nb\"\nc\n");

        assertThat(rows).extracting(CsvText.Row::line).containsExactly(1, 3, 5);
    }

    @Test
    void a_quote_that_is_never_closed_costs_its_own_line_only() {
        List<CsvText.Row> rows = rows("a\n\"b\nc\n");

        assertThat(rows).extracting(CsvText.Row::broken).containsExactly(false, true, false);
        assertThat(rows.get(1).line()).isEqualTo(2);
        assertThat(rows.get(2).field(0)).isEqualTo("c");
    }

    @Test
    void the_separator_is_the_one_that_makes_names_of_the_first_line() {
        CsvText.Table table = CsvText.read(
                "price, in euro, gross;symbol\n1,5;A\n", 10, Set.of("symbol", "price, in euro, gross")::contains);

        assertThat(table.separator()).isEqualTo(';');
        assertThat(table.rows().getLast().fields()).containsExactly("1,5", "A");
    }

    @Test
    void a_quote_may_stand_behind_blanks() {
        assertThat(fields("a, \"b,c\" , d\n")).containsExactly(List.of("a", "b,c ", " d"));
    }

    @Test
    void a_text_that_a_spreadsheet_would_reckon_with_is_made_harmless_and_read_as_it_was() {
        assertThat(CsvText.harmless("=HYPERLINK(1)")).isEqualTo("'=HYPERLINK(1)");
        assertThat(CsvText.harmless("\uFF1DHYPERLINK(1)")).isEqualTo("'\uFF1DHYPERLINK(1)");
        for (String field : List.of("=1", "+1", "-1", "@a", "\n=1", "\uFF0B1", "'", "a", "", "'a")) {
            assertThat(CsvText.original(CsvText.harmless(field))).isEqualTo(field);
        }
    }

    @Test
    void a_file_of_endless_lines_is_read_so_far() {
        assertThat(CsvText.read("a\n".repeat(110), 100, field -> false).rows()).hasSize(100);
        assertThat(rows("\"\n".repeat(20_001))).isNotEmpty();
    }

    @Property
    void what_is_written_is_read_back(@ForAll @Size(min = 2, max = 5) List<@NotEmpty String> fields) {
        List<String> stripped =
                fields.stream().map(field -> "x" + field.strip()).toList();

        assertThat(fields(CsvText.line(stripped))).containsExactly(stripped);
    }

    @Property
    void a_field_is_read_again_whatever_is_in_it(@ForAll("fields") String first, @ForAll("fields") String second) {
        List<String> written = List.of(CsvText.harmless(first), CsvText.harmless(second), "end");

        CsvText.Row row = rows(CsvText.line(written)).getFirst();

        assertThat(row.fields().stream().map(CsvText::original)).containsExactly(first, second, "end");
    }

    @Provide
    Arbitrary<String> fields() {
        // One that begins with an apostrophe before a sign cannot be told from one that was made harmless.
        return Arbitraries.strings()
                .withChars("=+-@'\",; a1\n")
                .ofMaxLength(12)
                .filter(field -> !field.startsWith("'"));
    }

    @Property
    void any_text_is_read_to_its_end(@ForAll String text) {
        assertThat(rows(text)).allMatch(row -> row.line() >= 1);
    }

    private static List<CsvText.Row> rows(String text) {
        return CsvText.read(text, 50_000, field -> false).rows();
    }

    private static List<List<String>> fields(String text) {
        return rows(text).stream().map(CsvText.Row::fields).toList();
    }
}
