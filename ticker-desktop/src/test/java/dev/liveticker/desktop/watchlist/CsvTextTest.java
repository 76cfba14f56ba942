package dev.liveticker.desktop.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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
        List<CsvText.Row> rows = CsvText.rows("a\n\n\"b\nb\"\nc\n");

        assertThat(rows).extracting(CsvText.Row::line).containsExactly(1, 3, 5);
    }

    @Test
    void a_quote_that_is_never_closed_costs_its_own_line_only() {
        List<CsvText.Row> rows = CsvText.rows("a\n\"b\nc\n");

        assertThat(rows).extracting(CsvText.Row::broken).containsExactly(false, true, false);
        assertThat(rows.get(1).line()).isEqualTo(2);
        assertThat(rows.get(2).field(0)).isEqualTo("c");
    }

    @Test
    void files_of_windows_and_of_spreadsheets_are_decoded() {
        String text = "\u00fc,\u20ac";
        assertThat(CsvText.decode(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
        assertThat(CsvText.decode(text.getBytes(Charset.forName("windows-1252"))))
                .isEqualTo(text);
        assertThat(CsvText.decode(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo(text);
        assertThat(CsvText.decode(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE)))
                .isEqualTo(text);
    }

    @Test
    void a_file_of_endless_lines_is_read_so_far() {
        assertThat(CsvText.rows("a\n".repeat(CsvText.MOST_ROWS + 10))).hasSize(CsvText.MOST_ROWS + 1);
        assertThat(CsvText.rows("\"\n".repeat(20_001))).isNotEmpty();
    }

    @Property
    void what_is_written_is_read_back(@ForAll @Size(min = 2, max = 5) List<@NotEmpty String> fields) {
        List<String> stripped =
                fields.stream().map(field -> "x" + field.strip()).toList();

        assertThat(fields(CsvText.line(stripped))).containsExactly(stripped);
    }

    @Property
    void any_text_is_read_to_its_end(@ForAll String text) {
        assertThat(CsvText.rows(text)).allMatch(row -> row.line() >= 1);
    }

    private static List<List<String>> fields(String text) {
        return CsvText.rows(text).stream().map(CsvText.Row::fields).toList();
    }
}
