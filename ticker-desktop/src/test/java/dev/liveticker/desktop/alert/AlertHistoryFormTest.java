package dev.liveticker.desktop.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.storage.JsonForm;
import dev.liveticker.model.AlertCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class AlertHistoryFormTest {

    private final AlertHistoryForm form = new AlertHistoryForm();
    private final JsonMapper mapper = JsonMapper.builder().build();

    private static FiredAlert fired(String server, int number) {
        return new FiredAlert(
                server,
                "n" + number,
                Some.AAPL,
                AlertCondition.CROSSES_BELOW,
                Some.price("0.000010"),
                "note",
                Some.price("0.0000099"),
                "text",
                number,
                number % 2 == 0);
    }

    @Test
    void what_is_written_is_read() {
        AlertHistory history = new AlertHistory(List.of(
                fired("a", 2),
                fired("b", 1),
                new FiredAlert("a", "bare", null, null, null, null, null, "text", -1, false)));
        ObjectNode root = mapper.createObjectNode();
        form.write(history, root);

        JsonForm.Reading<AlertHistory> reading = form.read((ObjectNode) mapper.readTree(root.toString()));

        assertThat(reading.value()).isEqualTo(history);
        assertThat(reading.replaced()).isEmpty();
    }

    @Test
    void what_cannot_be_is_left_out_and_said() {
        ObjectNode root = (ObjectNode) mapper.readTree("""
                {"fired": [7, {"server": "a"},
                  {"server": "a", "id": "n1", "text": "t", "time": 1, "symbol": "not one", "condition": "never",
                   "level": "1e999", "price": "much", "seen": "yes"},
                  {"server": "a", "id": "n1", "text": "again", "time": 2}]}
                """);

        JsonForm.Reading<AlertHistory> reading = form.read(root);

        assertThat(reading.value().fired())
                .containsExactly(new FiredAlert("a", "n1", null, null, null, null, null, "t", 1, false));
        assertThat(reading.replaced()).hasSize(1);
        assertThat(form.read(mapper.createObjectNode()).replaced()).isEmpty();
        assertThat(form.read((ObjectNode) mapper.readTree("{\"fired\": 5}")).replaced())
                .hasSize(1);
    }

    @Test
    void one_server_cannot_push_out_what_fired_on_another_and_there_is_an_end() {
        List<FiredAlert> busy = new ArrayList<>();
        IntStream.rangeClosed(1, 700).forEach(number -> busy.add(fired("busy", number)));
        AlertHistory history =
                AlertHistory.EMPTY.with(List.of(fired("quiet", 1))).with(busy);

        assertThat(history.of("quiet")).hasSize(1);
        assertThat(history.of("busy")).hasSize(AlertHistory.MOST_OF_ONE);
        assertThat(history.of("busy").getFirst().id()).as("the newest first").isEqualTo("n700");

        for (int server = 0; server < 20; server++) {
            String name = "server " + server;
            history = history.with(
                    IntStream.rangeClosed(1, 100).mapToObj(n -> fired(name, n)).toList());
        }
        assertThat(history.fired()).hasSize(AlertHistory.MOST);
    }
}
