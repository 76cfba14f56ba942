package dev.liveticker.desktop.tape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.model.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TapeStripTest {

    private static final double VIEW = 250;

    private final TapeStrip strip = new TapeStrip();
    private final List<QuoteLine> measured = new ArrayList<>();
    private double each = 100;

    @Test
    void lines_follow_each_other_to_the_right_edge() {
        strip.lines(lines(5));
        strip.advance(0, VIEW, this::width);

        assertThat(xs()).containsExactly(0.0, 100.0, 200.0);
        assertThat(names()).containsExactly("S0", "S1", "S2");
    }

    @Test
    void it_moves_to_the_left_and_goes_round() {
        strip.lines(lines(4));
        strip.advance(130, VIEW, this::width);
        assertThat(xs()).containsExactly(-30.0, 70.0, 170.0);
        assertThat(names()).containsExactly("S1", "S2", "S3");

        strip.advance(200, VIEW, this::width);
        assertThat(names()).containsExactly("S3", "S0", "S1");
    }

    @Test
    void it_can_be_moved_back() {
        strip.lines(lines(4));
        strip.advance(0, VIEW, this::width);
        strip.advance(-30, VIEW, this::width);

        assertThat(names()).startsWith("S3", "S0");
        assertThat(xs()).startsWith(-70.0, 30.0);
    }

    @Test
    void a_short_list_comes_again_before_the_right_edge() {
        strip.lines(lines(1));
        strip.advance(20, VIEW, this::width);

        assertThat(names()).containsExactly("S0", "S0", "S0");
    }

    @Test
    void of_thousands_only_those_in_view_are_measured() {
        strip.lines(lines(5_000));
        strip.advance(0, VIEW, this::width);
        strip.advance(1, VIEW, this::width);

        assertThat(measured.stream().distinct()).hasSize(3);
    }

    @Test
    void a_line_in_view_grows_and_does_not_shrink() {
        strip.lines(lines(4));
        strip.advance(0, VIEW, this::width);
        each = 90;
        strip.advance(0, VIEW, this::width);
        assertThat(xs()).containsExactly(0.0, 100.0, 200.0);
        each = 120;
        strip.advance(0, VIEW, this::width);
        assertThat(xs()).containsExactly(0.0, 120.0, 240.0);

        strip.remeasure();
        each = 90;
        strip.advance(0, VIEW, this::width);
        assertThat(xs()).startsWith(0.0, 90.0, 180.0);
    }

    @Test
    void what_is_at_the_left_edge_stays_when_the_list_changes() {
        List<QuoteLine> lines = lines(4);
        strip.lines(lines);
        strip.advance(130, VIEW, this::width);

        strip.lines(List.of(lines.get(3), lines.get(1)));
        strip.advance(0, VIEW, this::width);
        assertThat(names()).startsWith("S1", "S3");
        assertThat(xs()).startsWith(-30.0);

        strip.lines(List.of(lines.get(0)));
        strip.advance(0, VIEW, this::width);
        assertThat(xs()).startsWith(0.0);
        strip.lines(List.of());
        strip.advance(10, VIEW, this::width);
        assertThat(strip.placed()).isEmpty();
    }

    @Test
    void a_page_is_what_was_not_wholly_seen() {
        strip.lines(lines(5));
        strip.advance(0, VIEW, this::width);
        strip.turnPage(VIEW, this::width);
        assertThat(names()).containsExactly("S2", "S3", "S4");
        strip.turnPage(VIEW, this::width);
        assertThat(names()).containsExactly("S4", "S0", "S1");
    }

    @Test
    void a_list_that_is_wholly_in_view_has_no_other_page() {
        strip.lines(lines(2));
        strip.advance(0, VIEW, this::width);
        strip.turnPage(VIEW, this::width);

        assertThat(names()).startsWith("S0", "S1");
    }

    @Test
    void a_click_finds_the_line_under_it() {
        strip.lines(lines(4));
        strip.advance(130, VIEW, this::width);

        assertThat(strip.at(0)).get().extracting(line -> line.symbol().text()).isEqualTo("S1");
        assertThat(strip.at(70)).get().extracting(line -> line.symbol().text()).isEqualTo("S2");
        assertThat(strip.at(5_000)).isEmpty();
    }

    @Property(tries = 200)
    void however_it_moves_the_view_is_full_and_no_line_is_far_outside(
            @ForAll @Size(max = 20) List<@DoubleRange(min = -5_000, max = 5_000) Double> moves,
            @ForAll @IntRange(min = 1, max = 40) int count) {
        TapeStrip moved = new TapeStrip();
        moved.lines(lines(count));
        ToDoubleFunction<QuoteLine> uneven = line -> 40 + line.symbol().text().length() * 17.0;
        for (double move : moves) {
            moved.advance(move, VIEW, uneven);
            TapeStrip.Placed first = moved.placed().getFirst();
            TapeStrip.Placed last = moved.placed().getLast();
            assertThat(first.x()).isLessThanOrEqualTo(1e-6);
            assertThat(first.x() + first.width()).isGreaterThan(-1e-6);
            assertThat(last.x()).isLessThan(VIEW);
            assertThat(last.x() + last.width()).isGreaterThanOrEqualTo(VIEW);
        }
    }

    private double width(QuoteLine line) {
        measured.add(line);
        return each;
    }

    private List<Double> xs() {
        return strip.placed().stream().map(TapeStrip.Placed::x).toList();
    }

    private List<String> names() {
        return strip.placed().stream()
                .map(placed -> placed.line().symbol().text())
                .toList();
    }

    private static List<QuoteLine> lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new QuoteLine(Symbol.of("S" + i)))
                .toList();
    }
}
