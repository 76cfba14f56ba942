package dev.liveticker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpositionTest {

    private static final String HEAD = "# HELP a_total what\n# TYPE a_total counter\n";
    private static final String HISTOGRAM = "# HELP h what\n# TYPE h histogram\n";

    @Test
    void samples_are_read_with_their_labels() {
        Exposition read = Exposition.parse(HEAD + "a_total{x=\"1\",y=\"a\\\"b,\"} 2.5\na_total{x=\"2\",y=\"\"} 1e3\n"
                + HISTOGRAM + "h_bucket{le=\"0.1\"} 1\nh_bucket{le=\"+Inf\"} 3\nh_sum 0.5\nh_count 3\n");
        assertThat(read.value("a_total", "x", "1")).isEqualTo(2.5);
        assertThat(read.value("a_total")).isEqualTo(1002.5);
        assertThat(read.samples("a_total").getFirst().labels()).containsEntry("y", "a\"b,");
        assertThat(read.families().get("h").type()).isEqualTo("histogram");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HEAD + "a_total 1",
                "a_total 1\n",
                HEAD + "a_total one\n",
                HEAD + "a_total  1\n",
                HEAD + "a_total -1\n",
                HEAD + "a_total{x=1} 1\n",
                HEAD + "a_total{x=\"1\" y=\"2\"} 1\n",
                HEAD + "a_total{x=\"1\",x=\"2\"} 1\n",
                HEAD + "a_total{x=\"1\"} 1\na_total{x=\"1\"} 2\n",
                HEAD + "b_total 1\n",
                HEAD + "a_total 1\n" + HISTOGRAM + "h_bucket{le=\"+Inf\"} 0\nh_sum 0\nh_count 0\n" + HEAD
                        + "a_total 2\n",
                "# HELP a what\n# TYPE a counter\na 1\n",
                "# TYPE a gauge\na 1\n",
                "# HELP a  \n# TYPE a gauge\na 1\n",
                HISTOGRAM + "h_bucket{le=\"0.1\"} 1\nh_sum 0.5\nh_count 1\n",
                HISTOGRAM + "h_bucket{le=\"0.1\"} 4\nh_bucket{le=\"+Inf\"} 3\nh_sum 0.5\nh_count 3\n",
                HISTOGRAM + "h_bucket{le=\"+Inf\"} 3\nh_sum 0.5\nh_count 4\n",
                HISTOGRAM + "h_bucket{le=\"+Inf\"} 3\nh_count 3\n",
            })
    void what_is_not_the_format_is_refused(String text) {
        assertThatThrownBy(() -> Exposition.parse(text)).isInstanceOf(AssertionError.class);
    }
}
