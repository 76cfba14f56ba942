package dev.liveticker.server.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.liveticker.message.ClientMessage.Subscribe;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Interval;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

    @Property
    void what_a_form_encodes_comes_out_again(
            @ForAll @NotEmpty @StringLength(max = 20) String name, @ForAll @StringLength(max = 40) String value)
            throws RefusedException {
        // Lone surrogates have no UTF-8 and become a question mark on the way.
        String sentName = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        String sentValue = new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        String raw = "x=1&" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8) + "&y";
        assertThat(Query.parse(raw).text(sentName)).hasValue(sentValue);
    }

    @Property(tries = 5_000)
    void anything_is_parsed_or_refused_as_a_bad_query(@ForAll @StringLength(max = 60) String raw) {
        try {
            Query.parse(raw).list("symbols");
        } catch (RefusedException e) {
            assertThat(e.problem().status()).isEqualTo(400);
        }
    }

    @Property
    void symbols_may_be_written_with_commas_or_by_repeating(@ForAll @NotEmpty List<@AlphaChars @NotEmpty String> items)
            throws RefusedException {
        assertThat(Query.parse("symbols=" + String.join(",", items)).list("symbols"))
                .isEqualTo(items);
        assertThat(Query.parse("symbols=" + String.join("&symbols=", items)).list("symbols"))
                .isEqualTo(items);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    symbols=^GSPC,EURUSD=X      | ^GSPC;EURUSD=X
                    symbols=%5EGSPC%2CEURUSD%3DX | ^GSPC;EURUSD=X
                    symbols=*                   | *
                    symbols=+AAPL+,,%20MSFT     | AAPL;MSFT
                    symbols=                    | ''
                    symbols                     | ''
                    &&=&symbols=A&=b            | A
                    """)
    void lists_are_read(String raw, String items) throws RefusedException {
        assertThat(String.join(";", Query.parse(raw).list("symbols"))).isEqualTo(items);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=%",
                "a=%4",
                "a=%zz",
                "a=%\uFF14\uFF11",
                "%=1",
                "a=%C3%28",
                "a=%ED%A0%80",
                "a=%FF",
                "a=é",
                "a=\u0001"
            })
    void broken_escapes_are_refused(String raw) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Query.parse(raw))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo("bad_query"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit=0", "limit=11", "limit=x", "limit=", "limit=1&limit=2", "limit=99999999999999999999"})
    void a_number_out_of_its_range_is_refused_by_name(String raw) throws RefusedException {
        Query query = Query.parse(raw);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> query.number("limit", 1, 10, 5))
                .satisfies(e -> assertThat(e.problem().detail()).startsWith("limit: "));
    }

    @Test
    void a_stream_is_asked_for_by_channel() throws RefusedException {
        Query query = Query.parse("symbols=AAPL,MSFT&channels=quotes,bars,quotes&interval=5m&maxRate=2.5");
        assertThat(StreamQuery.subscriptions(query, "e:7"))
                .containsExactly(
                        new Subscribe(null, Channel.QUOTES, List.of("AAPL", "MSFT"), null, 2.5, "e:7"),
                        new Subscribe(null, Channel.BARS, List.of("AAPL", "MSFT"), Interval.FIVE_MINUTES, 2.5, "e:7"));
    }

    @Test
    void quotes_are_what_is_asked_for_unless_said() throws RefusedException {
        assertThat(StreamQuery.subscriptions(Query.parse("symbols=*"), null))
                .containsExactly(new Subscribe(null, Channel.QUOTES, List.of("*"), null, null, null));
        assertThat(StreamQuery.subscriptions(Query.parse(""), null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "symbols=A&channels=news, channels",
        "symbols=A&interval=7m, interval",
        "symbols=A&maxRate=0, maxRate",
        "symbols=A&maxRate=-1, maxRate",
        "symbols=A&maxRate=NaN, maxRate",
        "symbols=A&maxRate=1e3, maxRate",
        "symbols=A&maxRate=1&maxRate=2, maxRate",
        "channels=quotes, symbols",
        "symbols=, symbols"
    })
    void a_bad_parameter_is_named(String raw, String name) throws RefusedException {
        Query query = Query.parse(raw);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> StreamQuery.subscriptions(query, null))
                .satisfies(e -> {
                    assertThat(e.problem().status()).isEqualTo(400);
                    assertThat(e.problem().detail()).startsWith(name + ": ");
                });
    }
}
