package dev.liveticker.desktop.settings;

import dev.liveticker.desktop.storage.JsonForm;
import dev.liveticker.desktop.storage.JsonForm.Reading;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.desktop.web.WebAddress;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One reading of the settings from JSON. */
final class SettingsReading {

    /** As many as a list holds. */
    private static final int MOST_SYMBOLS = 5_000;

    private final ObjectNode root;
    private final List<String> replaced = new ArrayList<>();

    private SettingsReading(ObjectNode root) {
        this.root = root;
    }

    static Reading<Settings> read(ObjectNode root) {
        SettingsReading reading = new SettingsReading(root);
        Settings defaults = Settings.defaults();
        Settings settings = new Settings(
                reading.server(),
                reading.token(),
                reading.transport(),
                reading.wire(defaults.wire()),
                reading.appearance(defaults.appearance()),
                reading.notices(defaults.notices()),
                reading.watchlist(defaults.watchlist()),
                reading.window(),
                reading.pins(),
                reading.updates());
        return new Reading<>(settings, reading.replaced);
    }

    private Map<HostPort, Fingerprint> pins() {
        JsonNode node = root.path("certificates");
        Map<HostPort, Fingerprint> pins = new HashMap<>();
        boolean whole = isAbsent(node) || node.isObject();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            Optional<HostPort> place = HostPort.parse(entry.getKey());
            Optional<Fingerprint> fingerprint = Fingerprint.parse(JsonForm.text(entry.getValue()));
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

    private @Nullable URI updates() {
        JsonNode node = root.path("updates");
        if (isAbsent(node)) {
            return null;
        }
        return WebAddress.parse(JsonForm.text(node)).orElseGet(() -> replace(Texts.of("settings.updates"), null));
    }

    private @Nullable AccessToken token() {
        JsonNode node = root.path("token");
        if (isAbsent(node)) {
            return null;
        }
        String text = JsonForm.text(node.path("text"));
        Optional<URI> server = ServerAddress.parse(JsonForm.text(node.path("server")));
        if (server.isEmpty() || !TokenSource.isToken(text) || text.length() > AccessToken.MAX_LENGTH) {
            return replace(Texts.of("settings.token"), null);
        }
        return new AccessToken(server.get(), text);
    }

    private @Nullable Transport transport() {
        JsonNode node = root.path("transport");
        if (isAbsent(node) || "auto".equals(JsonForm.text(node))) {
            return null;
        }
        for (Transport transport : Transport.values()) {
            if (JsonForm.code(transport).equals(JsonForm.text(node))) {
                return transport;
            }
        }
        return replace(Texts.of("settings.transport"), null);
    }

    private Wire wire(Wire otherwise) {
        boolean limited = !isAbsent(root.path("quotesPerSecond"));
        double rate = number("quotesPerSecond", Texts.of("settings.rate"), Wire.LEAST_RATE, Wire.MOST_RATE, Double.NaN);
        return new Wire(
                flag("binary", Texts.of("settings.binary"), otherwise.binary()),
                flag("compression", Texts.of("settings.compression"), otherwise.compression()),
                limited && !Double.isNaN(rate) ? (Double) rate : otherwise.quotesPerSecond());
    }

    private Notices notices(Notices otherwise) {
        return new Notices(
                flag("desktopNotices", Texts.of("settings.notices.desktop"), otherwise.desktop()),
                flag("sound", Texts.of("settings.notices.sound"), otherwise.sound()));
    }

    private Appearance appearance(Appearance otherwise) {
        return new Appearance(
                choice("theme", Texts.of("settings.theme"), otherwise.theme()),
                choice("colours", Texts.of("settings.colours"), otherwise.colours()),
                choice("language", Texts.of("settings.language"), otherwise.language()),
                number(
                        "textScale",
                        Texts.of("settings.textScale"),
                        Appearance.LEAST_TEXT_SCALE,
                        Appearance.MOST_TEXT_SCALE,
                        otherwise.textScale()),
                flag("flash", Texts.of("settings.flash"), otherwise.flash()),
                flag("tape", Texts.of("settings.tape"), otherwise.tape()),
                number(
                        "tapeSpeed",
                        Texts.of("settings.tape.speed"),
                        Appearance.LEAST_TAPE_SPEED,
                        Appearance.MOST_TAPE_SPEED,
                        otherwise.tapeSpeed()));
    }

    private <E extends Enum<E>> E choice(String field, String name, E otherwise) {
        JsonNode node = root.path(field);
        if (isAbsent(node)) {
            return otherwise;
        }
        for (E each : otherwise.getDeclaringClass().getEnumConstants()) {
            if (JsonForm.code(each).equals(JsonForm.text(node))) {
                return each;
            }
        }
        replaced.add(name);
        return otherwise;
    }

    private boolean flag(String field, String name, boolean otherwise) {
        JsonNode node = root.path(field);
        if (!isAbsent(node) && !node.isBoolean()) {
            replaced.add(name);
        }
        return node.isBoolean() ? node.booleanValue() : otherwise;
    }

    private double number(String field, String name, double least, double most, double otherwise) {
        JsonNode node = root.path(field);
        if (isAbsent(node)) {
            return otherwise;
        }
        double value = node.asDouble(Double.NaN);
        if (value >= least && value <= most) {
            return value;
        }
        replaced.add(name);
        return otherwise;
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
            Optional<Symbol> symbol = Symbol.parse(JsonForm.text(element));
            whole &= symbol.isPresent() && symbols.size() < MOST_SYMBOLS;
            if (symbols.size() < MOST_SYMBOLS) {
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
        return WindowPlace.read(node, WindowPlace.LEAST_WIDTH, WindowPlace.LEAST_HEIGHT)
                .filter(place -> place.divider() >= 0 && place.divider() <= 1)
                .orElseGet(() -> replace(Texts.of("settings.window"), null));
    }

    private <T> @Nullable T replace(String name, @Nullable T replacement) {
        replaced.add(name);
        return replacement;
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
