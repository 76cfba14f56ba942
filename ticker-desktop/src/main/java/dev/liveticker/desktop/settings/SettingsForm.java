package dev.liveticker.desktop.settings;

import dev.liveticker.desktop.storage.JsonForm;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.feed.tls.Fingerprint;
import dev.liveticker.feed.tls.HostPort;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Settings in JSON. */
final class SettingsForm implements JsonForm<Settings> {

    @Override
    public String name() {
        return Texts.of("settings.title");
    }

    @Override
    public Settings initial() {
        return Settings.defaults();
    }

    @Override
    public Reading<Settings> read(ObjectNode root) {
        return SettingsReading.read(root);
    }

    @Override
    public void write(Settings settings, ObjectNode root) {
        root.put("server", settings.server() == null ? null : settings.server().toString());
        AccessToken token = settings.token();
        if (token == null) {
            root.remove("token");
        } else {
            ObjectNode kept = root.putObject("token");
            kept.put("server", token.server().toString());
            kept.put("text", token.text());
        }
        root.put("transport", settings.transport() == null ? "auto" : JsonForm.code(settings.transport()));
        root.put("binary", settings.wire().binary());
        root.put("compression", settings.wire().compression());
        root.put("quotesPerSecond", settings.wire().quotesPerSecond());
        Appearance appearance = settings.appearance();
        root.put("theme", JsonForm.code(appearance.theme()));
        root.put("colours", JsonForm.code(appearance.colours()));
        root.put("language", JsonForm.code(appearance.language()));
        root.put("textScale", appearance.textScale());
        root.put("flash", appearance.flash());
        root.put("tape", appearance.tape());
        root.put("tapeSpeed", appearance.tapeSpeed());
        root.put("desktopNotices", settings.notices().desktop());
        root.put("sound", settings.notices().sound());
        ArrayNode symbols = root.putArray("watchlist");
        settings.watchlist().forEach(symbol -> symbols.add(symbol.text()));
        writePins(settings.pins(), root);
        root.put(
                "updates",
                settings.updates() == null ? null : settings.updates().toString());
        WindowPlace window = settings.window();
        if (window == null) {
            root.remove("window");
        } else {
            ObjectNode place = root.putObject("window");
            place.put("x", window.x());
            place.put("y", window.y());
            place.put("width", window.width());
            place.put("height", window.height());
            place.put("maximized", window.maximized());
            place.put("divider", window.divider());
        }
    }

    /** Sorted, so that a file only changes when they do. */
    private static void writePins(Map<HostPort, Fingerprint> pins, ObjectNode root) {
        ObjectNode node = root.putObject("certificates");
        new TreeMap<>(pins.entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> entry.getKey().toString(),
                                entry -> entry.getValue().toString())))
                .forEach(node::put);
    }
}
