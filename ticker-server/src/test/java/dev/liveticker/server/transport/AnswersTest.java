package dev.liveticker.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    gzip                 | true
                    deflate, GZIP        | true
                    gzip;q=0.5           | true
                    gzip;q=0             | false
                    gzip; q=0.000        | false
                    br                   | false
                    x-gzipped            | false
                    """)
    void gzip_is_used_only_where_it_is_taken(String header, boolean taken) {
        HeaderMap headers = new HeaderMap().put(Headers.ACCEPT_ENCODING, header);
        assertThat(Answers.takesGzip(headers.get(Headers.ACCEPT_ENCODING))).isEqualTo(taken);
    }

    @Test
    void gzip_is_not_used_where_nothing_is_said() {
        assertThat(Answers.takesGzip(null)).isFalse();
    }
}
