package dev.liveticker.desktop.settings;

import dev.liveticker.desktop.text.Texts;
import dev.liveticker.feed.TokenSource;
import dev.liveticker.feed.Transport;
import dev.liveticker.feed.tls.Fingerprint;
import dev.liveticker.feed.tls.HostPort;
import dev.liveticker.model.Symbol;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Settings in JSON, read with forgiveness: a value that cannot be is replaced, and said so, and the rest stands. */
final class SettingsJson {

    static final int VERSION = 1;

    private static final double FARTHEST = 100_000;

    private final ObjectNode root;
    private final List<String> replaced = new ArrayList<>();

    private SettingsJson(ObjectNode root) {
        this.root = root;
    }

    /**
     * What a file says.
     *
     * @param replaced the names of values that could not be and were replaced
     * @param newer whether a newer version of the program wrote it, so that this one must not
     */
    record Reading(Settings settings, List<String> replaced, boolean newer) {}

    static Reading read(ObjectNode root) {
        SettingsJson json = new SettingsJson(root);
        Settings defaults = Settings.defaults();
        Settings settings = new Settings(
                json.server(),
                json.token(),
                json.transport(),
                json.theme(defaults.theme()),
                json.flash(defaults.flash()),
                json.watchlist(defaults.watchlist()),
                json.window(),
                json.pins());
        return new Reading(
                settings, List.copyOf(json.replaced), root.path("version").asInt(VERSION) > VERSION);
    }

    /** Writes into a tree, whose other fields stay: they may be another version's. */
    static void write(Settings settings, ObjectNode root) {
        root.put("version", VERSION);
        root.put("server", settings.server() == null ? null : settings.server().toString());
        AccessToken token = settings.token();
        if (token == null) {
            root.remove("token");
        } else {
            ObjectNode kept = root.putObject("token");
            kept.put("server", token.server().toString());
            kept.put("text", token.text());
        }
        root.put("transport", settings.transport() == null ? "auto" : code(settings.transport()));
        root.put("theme", settings.theme().code());
        root.put("flash", settings.flash());
        ArrayNode symbols = root.putArray("watchlist");
        settings.watchlist().forEach(symbol -> symbols.add(symbol.text()));
        writePins(settings.pins(), root);
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

    private Map<HostPort, Fingerprint> pins() {
        JsonNode node = root.path("certificates");
        Map<HostPort, Fingerprint> pins = new HashMap<>();
        boolean whole = isAbsent(node) || node.isObject();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            Optional<HostPort> place = HostPort.parse(entry.getKey());
            Optional<Fingerprint> fingerprint = Fingerprint.parse(text(entry.getValue()));
            if (place.isPresent() && fingerprint.isPresent() && pins.size() < Settings.MOST_PINS) {
                pins.put(place.get(), fingerprint.get());
            } else {
                whole = false;
            }
        }
        if (!whole) {
            replaced.add(Texts.of("settings.certificates"));
        }
        return pins;
    }

    private @Nullable URI server() {
        JsonNode node = root.path("server");
        if (isAbsent(node)) {
            return null;
        }
        Optional<URI> address = node.isString() ? ServerAddress.parse(node.stringValue()) : Optional.empty();
        return address.orElseGet(() -> replace(Texts.of("settings.server"), null));
    }

    private @Nullable AccessToken token() {
        JsonNode node = root.path("token");
        if (isAbsent(node)) {
            return null;
        }
        String text = text(node.path("text"));
        Optional<URI> server = ServerAddress.parse(text(node.path("server")));
        if (server.isEmpty() || !TokenSource.isToken(text) || text.length() > AccessToken.MAX_LENGTH) {
            return replace(Texts.of("settings.token"), null);
        }
        return new AccessToken(server.get(), text);
    }

    private @Nullable Transport transport() {
        JsonNode node = root.path("transport");
        if (isAbsent(node) || "auto".equals(text(node))) {
            return null;
        }
        for (Transport transport : Transport.values()) {
            if (code(transport).equals(text(node))) {
                return transport;
            }
        }
        return replace(Texts.of("settings.transport"), null);
    }

    private ThemeChoice theme(ThemeChoice otherwise) {
        JsonNode node = root.path("theme");
        if (isAbsent(node)) {
            return otherwise;
        }
        return ThemeChoice.parse(text(node)).orElseGet(() -> {
            replaced.add(Texts.of("settings.theme"));
            return otherwise;
        });
    }

    private boolean flash(boolean otherwise) {
        JsonNode node = root.path("flash");
        if (!isAbsent(node) && !node.isBoolean()) {
            replaced.add(Texts.of("settings.flash"));
        }
        return node.isBoolean() ? node.booleanValue() : otherwise;
    }

    private List<Symbol> watchlist(List<Symbol> otherwise) {
        JsonNode node = root.path("watchlist");
        if (isAbsent(node)) {
            return otherwise;
        }
        if (!node.isArray()) {
            replaced.add(Texts.of("settings.watchlist"));
            return otherwise;
        }
        Set<Symbol> symbols = new LinkedHashSet<>();
        boolean whole = true;
        for (JsonNode element : node) {
            Optional<Symbol> symbol = Symbol.parse(text(element));
            whole &= symbol.isPresent() && symbols.size() < Settings.MOST_SYMBOLS;
            if (symbols.size() < Settings.MOST_SYMBOLS) {
                symbol.ifPresent(symbols::add);
            }
        }
        if (!whole) {
            replaced.add(Texts.of("settings.watchlist"));
        }
        return List.copyOf(symbols);
    }

    private @Nullable WindowPlace window() {
        JsonNode node = root.path("window");
        if (isAbsent(node)) {
            return null;
        }
        double x = node.path("x").asDouble(Double.NaN);
        double y = node.path("y").asDouble(Double.NaN);
        double width = node.path("width").asDouble(Double.NaN);
        double height = node.path("height").asDouble(Double.NaN);
        double divider = node.path("divider").asDouble(Double.NaN);
        boolean sane = Math.abs(x) <= FARTHEST
                && Math.abs(y) <= FARTHEST
                && width >= WindowPlace.LEAST_WIDTH
                && width <= FARTHEST
                && height >= WindowPlace.LEAST_HEIGHT
                && height <= FARTHEST
                && divider >= 0
                && divider <= 1;
        return sane
                ? new WindowPlace(x, y, width, height, node.path("maximized").asBoolean(false), divider)
                : replace(Texts.of("settings.window"), null);
    }

    private <T> @Nullable T replace(String name, @Nullable T replacement) {
        replaced.add(name);
        return replacement;
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static String text(JsonNode node) {
        return node.isString() ? node.stringValue() : "";
    }

    private static String code(Transport transport) {
        return transport.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
