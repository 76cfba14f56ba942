package dev.liveticker.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class BoardTest {

    private final Fixture hub = Fixture.of(Market.A);
    private final Logger logger = (Logger) LoggerFactory.getLogger(Board.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void listen() {
        logged.start();
        logger.addAppender(logged);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(logged);
    }

    @Test
    void each_thing_that_a_market_does_wrong_is_said_once() {
        for (int i = 0; i < 3; i++) {
            hub.publish(hub.market.quote(Market.B, "10.00"), hub.market.trade(Market.A, "1e30"));
        }
        assertThat(logged.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .satisfiesExactly(
                        unknown -> assertThat(unknown).contains("an event of the unknown symbol BBB: it is left out"),
                        large -> assertThat(large)
                                .contains("a trade of AAA too large for its bars")
                                .contains("it is in no bar"));
    }
}
