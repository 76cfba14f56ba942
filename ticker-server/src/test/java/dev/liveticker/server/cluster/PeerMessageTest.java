package dev.liveticker.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.liveticker.server.cluster.PeerMessage.Answer;
import dev.liveticker.server.cluster.PeerMessage.Question;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PeerMessageTest {

    @Property
    void a_question_is_read_as_it_was_asked(@ForAll long number, @ForAll @Size(max = 100) byte[] body) {
        PeerMessage read = PeerMessage.of(new Question(number, "0a1b2c3d", body).form());

        assertThat(read).isInstanceOf(Question.class);
        assertThat(read.number()).isEqualTo(number);
        assertThat(((Question) read).asker()).isEqualTo("0a1b2c3d");
        assertThat(read.body()).isEqualTo(body);
    }

    @Property
    void an_answer_is_read_as_it_was_given(@ForAll long number, @ForAll @Size(max = 100) byte[] body) {
        PeerMessage read = PeerMessage.of(new Answer(number, body).form());

        assertThat(read).isInstanceOf(Answer.class);
        assertThat(read.number()).isEqualTo(number);
        assertThat(read.body()).isEqualTo(body);
    }

    @Property
    void garbage_is_refused_and_nothing_else_happens(@ForAll @Size(max = 40) byte[] garbage) {
        assertThatCode(() -> PeerMessage.of(garbage))
                .satisfiesAnyOf(
                        thrown -> assertThat(thrown).isNull(),
                        thrown -> assertThat(thrown).isInstanceOf(IllegalArgumentException.class));
    }

    @Test
    void one_that_is_too_short_is_refused() {
        assertThatThrownBy(() -> PeerMessage.of(new byte[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PeerMessage.of(new byte[] {'Q', 0, 0, 0, 0, 0, 0, 0, 1, 'a'}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
