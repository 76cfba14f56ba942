package dev.liveticker.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedSettingsTest {

    private static final FeedSettings SETTINGS =
            new FeedSettings(URI.create("http://ticker.example"), null, false, true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ticker.example",
                "ftp://ticker.example",
                "http:///v1",
                "http:ticker.example",
                "http://h:0",
                "http://h:99999",
                "https://h:0"
            })
    void what_is_no_server_s_address_is_refused(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> new FeedSettings(URI.create(address), null, false, true));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1_000_001, Double.NaN, Double.POSITIVE_INFINITY})
    void a_rate_that_could_not_be_asked_for_is_refused_at_once(double rate) {
        assertThatIllegalArgumentException().isThrownBy(() -> SETTINGS.withMaxRate(rate));
    }

    @Test
    void any_rate_that_the_protocol_knows_is_taken() {
        assertThat(SETTINGS.withMaxRate(1_000_000.0).withMaxRate(0.01).maxRate())
                .isEqualTo(0.01);
    }
}
