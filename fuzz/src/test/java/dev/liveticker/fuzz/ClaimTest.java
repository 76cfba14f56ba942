package dev.liveticker.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimTest {

    record Holder(@Nullable String free, String promised) {}

    record Shelf(List<Holder> holders) {}

    @Test
    void what_takes_more_memory_than_it_may_is_caught_and_what_takes_less_is_not() throws Exception {
        fails(() -> Claim.within(1 << 20, () -> new byte[8 << 20]));
        assertThat(Claim.within(1 << 20, () -> new byte[1_000])).hasSize(1_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "two\nlines",
                "a bell \u0007",
                "java.lang.String is wrong",
                "NullPointerException",
                "of type dev.liveticker.model.Symbol"
            })
    void what_is_no_sentence_for_people_is_caught(String said) {
        fails(() -> Claim.sentence(said));
    }

    @Test
    void a_sentence_for_people_passes_unless_it_is_endless() {
        assertThatCode(() -> Claim.sentence("limit: a whole number from 1 to 10000 expected"))
                .doesNotThrowAnyException();
        fails(() -> Claim.sentence("so ".repeat(1_000)));
    }

    @Test
    void an_absent_value_is_caught_however_deep_unless_it_may_be_absent() {
        fails(() -> Nulls.none(List.of(new Holder("a", null))));
        fails(() -> Nulls.none(new Shelf(List.of(new Holder(null, "b"), new Holder(null, null)))));
        assertThatCode(() -> Nulls.none(new Holder(null, "b"))).doesNotThrowAnyException();
    }

    @Test
    void pieces_are_the_whole_however_it_is_cut() {
        byte[] bytes = "data: one\r\n\r\n".getBytes(UTF_8);
        assertThat(Pieces.ways(bytes)).hasSizeGreaterThan(3).allSatisfy(way -> {
            ByteArrayOutputStream joined = new ByteArrayOutputStream();
            way.forEach(joined::writeBytes);
            assertThat(joined.toByteArray()).isEqualTo(bytes);
        });
    }

    private static void fails(ThrowingCallable claim) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(claim);
    }
}
