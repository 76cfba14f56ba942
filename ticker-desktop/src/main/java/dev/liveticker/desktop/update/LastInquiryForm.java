package dev.liveticker.desktop.update;

import dev.liveticker.desktop.storage.JsonForm;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.desktop.web.WebAddress;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The form of {@code update.json}. What cannot be in it is as if it was never asked, and nobody has to know. */
public final class LastInquiryForm implements JsonForm<LastInquiry> {

    @Override
    public String name() {
        return Texts.of("update.title");
    }

    @Override
    public LastInquiry initial() {
        return LastInquiry.NEVER;
    }

    @Override
    public Reading<LastInquiry> read(ObjectNode root) {
        URI address = WebAddress.parse(JsonForm.text(root.path("address"))).orElse(null);
        Instant time = time(JsonForm.text(root.path("time")));
        LastInquiry read = address == null || time == null
                ? LastInquiry.NEVER
                : new LastInquiry(
                        address, time, Release.read(root.path("newest")).orElse(null));
        return new Reading<>(read, List.of());
    }

    @Override
    public void write(LastInquiry value, ObjectNode root) {
        put(root, "address", value.address());
        put(root, "time", value.time());
        Release newest = value.newest();
        if (newest == null) {
            root.remove("newest");
        } else {
            ObjectNode node = root.putObject("newest");
            put(node, "version", newest.version());
            put(node, "url", newest.page());
        }
    }

    private static void put(ObjectNode node, String field, @Nullable Object value) {
        if (value == null) {
            node.remove(field);
        } else {
            node.put(field, value.toString());
        }
    }

    private static @Nullable Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
