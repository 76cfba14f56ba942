package dev.liveticker.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import org.junit.jupiter.api.Test;

class DoorwayTest {

    @Test
    void only_what_becomes_a_websocket_is_known_by_pings_not_what_offers_http2() {
        assertThat(Doorway.asksForWebSocket(new HeaderMap().add(Headers.UPGRADE, "WebSocket")))
                .isTrue();
        assertThat(Doorway.asksForWebSocket(new HeaderMap().add(Headers.UPGRADE, "h2c")))
                .isFalse();
        assertThat(Doorway.asksForWebSocket(new HeaderMap())).isFalse();
    }
}
