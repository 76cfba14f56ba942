package dev.liveticker.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.liveticker.server.cluster.Survey.Kept;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurveyTest {

    private static Survey survey(String... parts) {
        return Survey.of(Arrays.stream(parts)
                .map(part -> part.getBytes(StandardCharsets.UTF_8))
                .toList());
    }

    @Test
    void the_older_state_is_taken_while_the_log_reaches_back_to_it() {
        Survey survey = survey("e", "500", "201-0", "e", "400", "e", "200");

        assertThat(survey.chosen()).isEqualTo(new Kept("e", 200));
    }

    @Test
    void the_newest_is_taken_where_the_log_reaches_back_no_further() {
        Survey survey = survey("e", "500", "202-0", "e", "400", "e", "200");

        assertThat(survey.chosen()).isEqualTo(new Kept("e", 400));
    }

    @Test
    void none_is_taken_where_the_log_reaches_back_to_none() {
        assertThat(survey("e", "500", "402-0", "e", "400", "e", "200").chosen()).isNull();
        assertThat(survey("e", "500", "", "e", "400", "", "").chosen()).isNull();
        assertThat(survey("e", "500", "1-0", "", "", "", "").chosen()).isNull();
    }

    @Test
    void a_state_at_the_log_s_end_needs_no_log() {
        assertThat(survey("e", "0", "", "e", "0", "", "").chosen()).isEqualTo(new Kept("e", 0));
        assertThat(survey("e", "400", "", "e", "400", "e", "200").chosen()).isEqualTo(new Kept("e", 400));
    }

    @Test
    void a_state_of_another_log_is_none() {
        assertThat(survey("new", "500", "1-0", "old", "400", "old", "200").chosen())
                .isNull();
        assertThat(survey("e", "300", "1-0", "e", "400", "e", "200").chosen())
                .as("the newest is of what Redis has lost")
                .isEqualTo(new Kept("e", 200));
    }

    @Test
    void where_epoch_or_index_are_gone_there_is_no_log() {
        assertThat(survey("e", "", "1-0", "e", "400", "", "").epoch()).isNull();
        assertThat(survey("", "5", "1-0", "e", "4", "", "").chosen()).isNull();
    }

    @Test
    void an_answer_of_another_form_is_refused() {
        assertThatThrownBy(() -> Survey.of(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> survey("e", "x", "1-0", "e", "4", "", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
