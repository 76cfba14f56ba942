package dev.liveticker.server.cli;

import static dev.liveticker.server.cli.CommandProcess.address;
import static dev.liveticker.server.cli.CommandProcess.get;
import static dev.liveticker.server.cli.CommandProcess.start;
import static dev.liveticker.server.cli.CommandProcess.stop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.codec.FrameCodec;
import dev.liveticker.server.cli.CommandProcess.Ended;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The log of the command as a process of its own. */
class LogCommandTest {

    /** What it logs while a client polls once, and it is stopped. */
    private static List<String> log(String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("--port", "0", "--symbols", "AAPL"));
        arguments.addAll(List.of(options));
        Process process = start(arguments.toArray(String[]::new));
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(get(client, address(process).resolve("/v1/updates?symbols=AAPL")))
                    .contains("\"messages\"");
            return stop(process).err();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void for_programs_each_line_is_an_object_and_both_ends_of_a_connection_are_there() throws Exception {
        List<JsonNode> lines = log("--log-format", "json", "--log-level", "info").stream()
                .map(line -> FrameCodec.jsonMapper().readTree(line))
                .toList();
        JsonNode opened = lines.stream()
                .filter(line -> line.get("message").asString().equals("opened"))
                .findFirst()
                .orElseThrow();
        JsonNode ended = lines.stream()
                .filter(line -> line.get("message").asString().equals("ended"))
                .findFirst()
                .orElseThrow();
        assertThat(opened.get("transport").asString()).isEqualTo("polling");
        assertThat(ended.get("connection")).isEqualTo(opened.get("connection"));
        assertThat(ended.get("frames").asInt()).isEqualTo(1);
    }

    @Test
    void for_people_the_same_is_said_in_one_line() throws Exception {
        assertThat(log("--log-level", "info"))
                .anyMatch(line -> line.matches("[0-9:.]{12} INFO  d\\.\\S+ - opened connection=\"[0-9a-f]{8}\""
                        + " transport=\"polling\" encoding=\"json\" user=\"local\" address=\"127\\.0\\.0\\.1\""))
                .noneMatch(line -> line.endsWith(" "));
    }

    @ParameterizedTest
    @CsvSource({"--log-format, xml, neither text nor json", "--log-level, loud, is none of error"})
    void what_it_does_not_know_it_says(String option, String value, String why) throws Exception {
        Ended ended = CommandHere.run(option, value);
        assertThat(ended.err()).singleElement().asString().contains(option, value, why);
        assertThat(ended.exitCode()).isEqualTo(2);
    }
}
