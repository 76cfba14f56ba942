package dev.liveticker.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.liveticker.codec.FrameCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class JsonLinesTest {

    private final JsonLines encoder = new JsonLines();
    private final List<String> lines = new ArrayList<>();
    private final Logger log = new LoggerContext().getLogger("a.logger");

    @BeforeEach
    void start() {
        AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                lines.add(new String(encoder.encode(event), StandardCharsets.UTF_8));
            }
        };
        appender.start();
        log.addAppender(appender);
        log.setLevel(Level.INFO);
    }

    private JsonNode line() {
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst()).endsWith("}\n");
        assertThat(lines.getFirst().indexOf('\n'))
                .as("one line")
                .isEqualTo(lines.getFirst().length() - 1);
        return FrameCodec.jsonMapper().readTree(lines.getFirst());
    }

    @Test
    void keys_and_values_stand_beside_the_message_and_numbers_are_numbers() {
        log.atInfo()
                .addKeyValue("connection", "0123abcd")
                .addKeyValue("frames", 12L)
                .addKeyValue("seconds", 1.5)
                .addKeyValue("nothing", (Object) null)
                .addKeyValue("level", "not this one")
                .log("{} and\n\"{}\"", "a", "b");
        assertThat(line().get("message").asString()).isEqualTo("a and\n\"b\"");
        assertThat(line().get("level").asString()).isEqualTo("INFO");
        assertThat(line().get("logger").asString()).isEqualTo("a.logger");
        assertThat(line().get("time").asString()).matches("20.*Z");
        assertThat(line().get("connection").asString()).isEqualTo("0123abcd");
        assertThat(line().get("frames").isIntegralNumber()).isTrue();
        assertThat(line().get("seconds").isNumber()).isTrue();
        assertThat(line().get("nothing").isNull()).isTrue();
        assertThat(line().has("error")).isFalse();
    }

    @Test
    void what_was_thrown_is_part_of_the_line() {
        log.error("it failed", new IllegalStateException("since", new IOException("the disk is full")));
        assertThat(line().get("error").asString())
                .contains("IllegalStateException: since", "the disk is full", "JsonLinesTest");
    }
}
