package dev.liveticker.server.transport.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.codec.Encoding;
import io.undertow.util.HeaderMap;
import io.undertow.util.HttpString;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandshakeTest {

    private static HeaderMap valid() {
        return new HeaderMap()
                .put(new HttpString("Upgrade"), "websocket")
                .put(new HttpString("Connection"), "keep-alive, Upgrade")
                .put(new HttpString("Sec-WebSocket-Version"), "13")
                .put(new HttpString("Sec-WebSocket-Key"), "dGhlIHNhbXBsZSBub25jZQ==");
    }

    @Test
    void the_example_of_the_standard_is_accepted() {
        // RFC 6455 section 1.3
        assertThat(Handshake.of(valid()))
                .isEqualTo(new Handshake.Accepted("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", Encoding.JSON, false, false));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    Upgrade,               ,                          426
                    Upgrade,               h2c,                       426
                    Connection,            ,                          400
                    Connection,            keep-alive,                400
                    Sec-WebSocket-Version, ,                          426
                    Sec-WebSocket-Version, 8,                         426
                    Sec-WebSocket-Version, thirteen,                  426
                    Sec-WebSocket-Key,     ,                          400
                    Sec-WebSocket-Key,     not base64!,               400
                    Sec-WebSocket-Key,     dG9vIHNob3J0,              400
                    """)
    void what_is_no_handshake_is_refused(String header, String value, int status) {
        HeaderMap headers = valid();
        headers.remove(header);
        if (value != null) {
            headers.put(new HttpString(header), value);
        }
        assertThat(Handshake.of(headers))
                .isInstanceOfSatisfying(
                        Handshake.Refused.class,
                        refused -> assertThat(refused.status()).isEqualTo(status));
    }

    @Test
    void two_keys_are_refused() {
        HeaderMap headers = valid().add(new HttpString("Sec-WebSocket-Key"), "dGhlIHNhbXBsZSBub25jZQ==");
        assertThat(Handshake.of(headers)).isInstanceOf(Handshake.Refused.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    liveticker.v1.json                     | JSON | true
                    liveticker.v1.cbor                     | CBOR | true
                    other, liveticker.v1.cbor              | CBOR | true
                    liveticker.v1.json, liveticker.v1.cbor | JSON | true
                    liveticker.v1.cbor, liveticker.v1.json | CBOR | true
                    other                                  | JSON | false
                    LIVETICKER.V1.CBOR                     | JSON | false
                    """)
    void the_first_subprotocol_that_is_known_is_chosen(String asked, Encoding encoding, boolean named) {
        HeaderMap headers = valid().put(new HttpString("Sec-WebSocket-Protocol"), asked);
        assertThat(Handshake.of(headers)).isInstanceOfSatisfying(Handshake.Accepted.class, accepted -> {
            assertThat(accepted.encoding()).isEqualTo(encoding);
            assertThat(accepted.named()).isEqualTo(named);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    permessage-deflate                                                  | true
                    permessage-deflate; client_max_window_bits                          | true
                    permessage-deflate; client_max_window_bits=10                       | true
                    permessage-deflate; client_max_window_bits="15"                     | true
                    permessage-deflate;server_no_context_takeover                       | true
                    PERMESSAGE-DEFLATE ; Client_No_Context_Takeover                     | true
                    x-webkit-deflate-frame, permessage-deflate                          | true
                    permessage-deflate; server_max_window_bits=10, permessage-deflate   | true
                    permessage-deflate; server_max_window_bits=10                       | false
                    permessage-deflate; client_max_window_bits=7                        | false
                    permessage-deflate; client_max_window_bits=16                       | false
                    permessage-deflate; server_no_context_takeover=1                    | false
                    permessage-deflate; server_no_context_takeover; server_no_context_takeover | false
                    permessage-deflate; mystery                                         | false
                    permessage-deflate;                                                 | false
                    permessage-inflate                                                  | false
                    ,;=                                                                 | false
                    """)
    void compression_is_agreed_on_where_this_server_can_do_what_is_offered(String offer, boolean deflate) {
        assertThat(DeflateOffer.acceptable(List.of(offer))).isEqualTo(deflate);
        HeaderMap headers = valid().put(new HttpString("Sec-WebSocket-Extensions"), offer);
        assertThat(Handshake.of(headers))
                .isInstanceOfSatisfying(
                        Handshake.Accepted.class,
                        accepted -> assertThat(accepted.deflate()).isEqualTo(deflate));
    }
}
