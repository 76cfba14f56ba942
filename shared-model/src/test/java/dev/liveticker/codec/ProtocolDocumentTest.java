package dev.liveticker.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.Heartbeat;
import dev.liveticker.message.ServerMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Holds the AsyncAPI document, the prose and the codec to each other. */
class ProtocolDocumentTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final JsonNode ASYNC_API = yaml("asyncapi.yaml");
    private static final Schema SERVER_MESSAGE = schema("ServerMessage");
    private static final Schema CLIENT_MESSAGE = schema("ClientMessage");
    /** Types in the examples that clients say. */
    private static final Set<String> ASKED = Set.of("subscribe", "setAlert", "acknowledge");

    private static final ObjectMapper JSON = FrameCodec.jsonMapper();

    @Property(tries = 300)
    void everything_the_server_can_say_fits_the_document(@ForAll("serverMessages") ServerMessage message) {
        byte[] encoded = FrameCodec.of(Encoding.JSON).encode(message);
        assertThat(faults(SERVER_MESSAGE, JSON.readTree(encoded)))
                .as(new String(encoded, UTF_8))
                .isEmpty();
    }

    @Property(tries = 300)
    void everything_a_client_can_say_fits_the_document(@ForAll("clientMessages") ClientMessage message) {
        byte[] frame = FrameCodec.of(Encoding.JSON).encodeClientFrame(List.of(message));
        assertThat(faults(CLIENT_MESSAGE, JSON.readTree(frame).get(0)))
                .as(new String(frame, UTF_8))
                .isEmpty();
    }

    @Test
    void a_field_that_the_document_does_not_know_would_be_found() {
        ObjectNode heartbeat =
                (ObjectNode) JSON.readTree(FrameCodec.of(Encoding.JSON).encode(new Heartbeat(1, 2)));
        assertThat(faults(SERVER_MESSAGE, heartbeat)).isEmpty();
        assertThat(faults(SERVER_MESSAGE, heartbeat.put("mood", "fine"))).isNotEmpty();
    }

    @Test
    void the_document_is_an_asyncapi_3_document_whose_references_all_lead_somewhere() {
        assertThat(ASYNC_API.path("asyncapi").asString()).startsWith("3.");
        assertThat(ASYNC_API.at("/info/title").asString()).isNotBlank();
        assertThat(ASYNC_API.at("/info/version").asString()).isEqualTo("1");
        assertThat(references(ASYNC_API))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                ASYNC_API.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void the_http_document_s_references_all_lead_somewhere() {
        JsonNode openApi = yaml("openapi.yaml");
        assertThat(openApi.path("openapi").asString()).startsWith("3.1");
        assertThat(references(openApi)).isNotEmpty().allSatisfy(reference -> {
            String[] parts = reference.split("#", 2);
            JsonNode target = parts[0].isEmpty() ? openApi : yaml(parts[0]);
            assertThat(target.at(parts[1]).isMissingNode()).as(reference).isFalse();
        });
    }

    @Test
    void every_message_of_the_document_is_in_the_prose() throws Exception {
        String prose = Files.readString(DOCS.resolve("protocol.md"));
        for (JsonNode schema : ASYNC_API.at("/components/schemas").values()) {
            String type = schema.at("/properties/type/const").asString("");
            if (!type.isEmpty()) {
                assertThat(prose).contains("`" + type + "`");
            }
        }
    }

    @Test
    void the_json_examples_of_the_prose_are_frames() throws Exception {
        Matcher example = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(DOCS.resolve("protocol.md"))
                        + Files.readString(DOCS.resolve("..").resolve("README.md")));
        TreeSet<String> types = new TreeSet<>();
        while (example.find()) {
            for (String frame : example.group(1).split("(?m)^(?=\\[)")) {
                for (JsonNode message : JSON.readTree(frame)) {
                    String type = message.get("type").asString();
                    types.add(type);
                    assertThat(faults(ASKED.contains(type) ? CLIENT_MESSAGE : SERVER_MESSAGE, message))
                            .as(message.toString())
                            .isEmpty();
                }
            }
        }
        assertThat(types).contains("subscribe", "subscribed", "snapshot", "quote");
    }

    @Provide
    Arbitrary<ServerMessage> serverMessages() {
        return Messages.server();
    }

    @Provide
    Arbitrary<ClientMessage> clientMessages() {
        return Messages.client();
    }

    private static List<Error> faults(Schema schema, JsonNode message) {
        return schema.validate(message);
    }

    private static Schema schema(String name) {
        ObjectNode root = YAMLMapper.shared().createObjectNode();
        root.put("$ref", "#/components/schemas/" + name);
        root.set("components", ASYNC_API.path("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root);
    }

    private static JsonNode yaml(String file) {
        return YAMLMapper.shared().readTree(DOCS.resolve(file).toFile());
    }

    private static List<String> references(JsonNode node) {
        List<String> found = new ArrayList<>();
        JsonNode reference = node.path("$ref");
        if (reference.isString()) {
            found.add(reference.asString());
        }
        for (JsonNode child : node.values()) {
            found.addAll(references(child));
        }
        return found;
    }
}
