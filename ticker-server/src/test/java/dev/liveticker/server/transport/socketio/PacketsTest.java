package dev.liveticker.server.transport.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import dev.liveticker.codec.FrameCodec;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacketsTest {

    @Property
    void an_event_is_read_as_it_was_written(
            @ForAll("namespaces") String namespace,
            @ForAll("names") String name,
            @ForAll @Size(max = 4) List<String> arguments,
            @ForAll @LongRange(min = -1, max = 999_999_999_999_999L) long ack)
            throws MalformedPacketException {
        List<String> body = new ArrayList<>(List.of(name));
        body.addAll(arguments);
        String text = "2"
                + (namespace.equals("/") ? "" : namespace + ",")
                + (ack < 0 ? "" : String.valueOf(ack))
                + FrameCodec.jsonMapper().writeValueAsString(body);

        assertThat(SocketPacket.parse(text)).isInstanceOfSatisfying(SocketPacket.Event.class, event -> {
            assertThat(event.namespace()).isEqualTo(namespace);
            assertThat(event.name()).isEqualTo(name);
            assertThat(event.ack()).isEqualTo(ack < 0 ? null : ack);
            assertThat(event.arguments().stream().map(each -> each.stringValue("?")))
                    .isEqualTo(arguments);
        });
    }

    @Provide
    Arbitrary<String> namespaces() {
        return Arbitraries.of("/", "/admin", "/a/b");
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().ofMaxLength(20).filter(name -> !SocketPacket.RESERVED.contains(name));
    }

    @Property
    void whatever_comes_is_read_or_refused(@ForAll("hostile") String text) {
        try {
            EnginePacket.payload(text, 100);
        } catch (MalformedPacketException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
        try {
            SocketPacket.parse(text);
        } catch (MalformedPacketException e) {
            assertThat(e.getMessage()).isNotBlank();
        } catch (RuntimeException e) {
            fail("only MalformedPacketException may be thrown", e);
        }
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(60),
                Arbitraries.strings().withChars("0123456789-/,[]{}\":\u001eab").ofMaxLength(60),
                Arbitraries.integers().between(1, 5_000).map(depth -> "20" + "[".repeat(depth)));
    }

    @Test
    void packets_of_a_body_stand_between_separators() throws Exception {
        assertThat(EnginePacket.payload("3\u001e42[\"a\"]\u001e4", 3))
                .containsExactly(
                        new EnginePacket(EnginePacket.Kind.PONG, ""),
                        new EnginePacket(EnginePacket.Kind.MESSAGE, "2[\"a\"]"),
                        new EnginePacket(EnginePacket.Kind.MESSAGE, ""));
        assertThatExceptionOfType(MalformedPacketException.class)
                .isThrownBy(() -> EnginePacket.payload("3\u001e3\u001e3\u001e3", 3));
    }

    @Test
    void what_is_no_event_is_told_apart() throws Exception {
        assertThat(SocketPacket.parse("0"))
                .isInstanceOfSatisfying(
                        SocketPacket.Connect.class,
                        connect -> assertThat(connect.auth().isMissingNode()).isTrue());
        assertThat(SocketPacket.parse("0/admin?a=b,{\"token\":\"x\"}"))
                .isInstanceOfSatisfying(SocketPacket.Connect.class, connect -> {
                    assertThat(connect.namespace()).isEqualTo("/admin");
                    assertThat(connect.auth().path("token").asString()).isEqualTo("x");
                });
        assertThat(SocketPacket.parse("1")).isEqualTo(new SocketPacket.Disconnect("/"));
        assertThat(SocketPacket.parse("1/admin,")).isEqualTo(new SocketPacket.Disconnect("/admin"));
        assertThat(SocketPacket.parse("312[]")).isEqualTo(new SocketPacket.Ack("/", 12));
        assertThat(SocketPacket.parse("51-/admin,[\"a\"]")).isEqualTo(new SocketPacket.Binary("/admin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "2{}", "2[]", "2[7]", "2[\"connect\"]", "2[\"a\"", "3[]", "4{}", "7", "0[]", "0\"x\""})
    void what_breaks_the_protocol_is_refused(String text) {
        assertThatExceptionOfType(MalformedPacketException.class).isThrownBy(() -> SocketPacket.parse(text));
    }
}
