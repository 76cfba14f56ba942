package dev.liveticker.desktop.update;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.liveticker.feed.ThisMachine;
import dev.liveticker.fuzz.Claim;
import dev.liveticker.fuzz.Target;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a server answers that is asked for the newest version: one that can be shown and opened, or nothing. */
public final class UpdateAnswerTarget implements Target {

    @Override
    public void take(byte[] input) {
        try {
            Release.read(JsonMapper.shared().readTree(input)).ifPresent(release -> {
                Claim.line(release.version().toString());
                Claim.line(release.page().toString());
                Claim.that(
                        "https".equalsIgnoreCase(release.page().getScheme()) || ThisMachine.serves(release.page()),
                        () -> "a page that somebody on the way may change: " + release.page());
            });
        } catch (JacksonException e) {
            // Told as what it is, without a word of it.
        }
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(
                        "{\"version\":\"1.2.3\",\"url\":\"https://ticker.example/1.2.3\"}",
                        "{\"version\":\"2.0.0-rc.1+7\",\"url\":\"http://127.0.0.1:8080/new\",\"more\":[1]}",
                        "{\"version\":7,\"url\":null}",
                        "[]")
                .stream()
                .map(text -> text.getBytes(UTF_8))
                .toList();
    }
}
