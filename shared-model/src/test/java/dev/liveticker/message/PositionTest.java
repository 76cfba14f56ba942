package dev.liveticker.message;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

    @Property
    void what_is_written_can_be_read(
            @ForAll @AlphaChars @StringLength(min = 1, max = Position.MAX_EPOCH_LENGTH) String epoch,
            @ForAll @LongRange(min = 0, max = 999_999_999_999_999_999L) long seq) {
        Position position = new Position(epoch, seq);
        assertThat(Position.parse(position.toString())).hasValue(position);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "abc",
                "abc:",
                ":5",
                "abc:-1",
                "abc:1e3",
                "abc:9999999999999999999",
                "a b:1",
                "abc:1:2",
                "abc:٣"
            })
    void anything_else_is_no_position(String text) {
        assertThat(Position.parse(text)).isEmpty();
    }
}
