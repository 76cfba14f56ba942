package dev.liveticker.feed.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/** Interprets an event stream the slow and obvious way: all of it at once, as text. */
final class WholeTextOracle {

    private WholeTextOracle() {}

    static List<EventStreamParserTest.Heard> events(byte[] stream) {
        String text = new String(stream, UTF_8);
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        List<EventStreamParserTest.Heard> events = new ArrayList<>();
        List<String> data = new ArrayList<>();
        String type = "";
        String id = "";
        String[] lines = text.split("\r\n|\r|\n", -1);
        // What follows the last line's end is no line.
        for (int i = 0; i < lines.length - 1; i++) {
            String line = lines[i];
            if (line.isEmpty()) {
                if (!data.isEmpty()) {
                    events.add(new EventStreamParserTest.Heard(
                            type.isEmpty() ? "message" : type, String.join("\n", data), id));
                }
                data.clear();
                type = "";
                continue;
            }
            String[] halves = line.split(":", 2);
            String value = halves.length < 2 ? "" : halves[1].startsWith(" ") ? halves[1].substring(1) : halves[1];
            switch (halves[0]) {
                case "data" -> data.add(value);
                case "event" -> type = value;
                case "id" -> id = value.contains("\0") ? id : value;
                default -> {}
            }
        }
        return events;
    }
}
