package dev.liveticker.desktop.settings;

import dev.liveticker.desktop.text.Texts;
import dev.liveticker.feed.TokenSource;
import dev.liveticker.feed.Transport;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** What the settings dialog shows; every change is in force at once. Belongs to the FX thread; needs no toolkit. */
public final class SettingsViewModel {

    private final SettingsStore store;
    private final BooleanProperty builtIn = new SimpleBooleanProperty();
    private final StringProperty address = new SimpleStringProperty("");
    private final StringProperty token = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper addressProblem = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Optional<Transport>> transport;
    private final ObjectProperty<Optional<Double>> quotesPerSecond;
    private final ObjectProperty<Boolean> binary;
    private final ObjectProperty<Boolean> compression;
    private final ObjectProperty<Boolean> desktopNotices;
    private final ObjectProperty<Boolean> sound;
    private final AppearanceSettings appearance;
    private final UpdateSettings updates;
    private final ObservableValue<List<TrustedCertificate>> trusted;

    public SettingsViewModel(SettingsStore store) {
        this.store = store;
        transport = new Setting<>(
                store,
                now -> Optional.ofNullable(now.transport()),
                (now, wanted) -> now.withTransport(wanted.orElse(null)));
        quotesPerSecond = new Setting<>(
                store,
                now -> Optional.ofNullable(now.wire().quotesPerSecond()),
                (now, wanted) -> now.withWire(now.wire().withQuotesPerSecond(wanted.orElse(null))));
        binary = new Setting<>(
                store,
                now -> now.wire().binary(),
                (now, wanted) -> now.withWire(now.wire().withBinary(wanted)));
        compression = new Setting<>(
                store,
                now -> now.wire().compression(),
                (now, wanted) -> now.withWire(now.wire().withCompression(wanted)));
        desktopNotices = new Setting<>(
                store,
                now -> now.notices().desktop(),
                (now, wanted) ->
                        now.withNotices(new Notices(wanted, now.notices().sound())));
        sound = new Setting<>(
                store,
                now -> now.notices().sound(),
                (now, wanted) -> now.withNotices(new Notices(now.notices().desktop(), wanted)));
        appearance = new AppearanceSettings(store);
        updates = new UpdateSettings(store);
        trusted = store.settings().map(SettingsViewModel::trusted);
        store.settings().subscribe(this::show);
        builtIn.subscribe((before, wanted) -> {
            if (wanted) {
                addressProblem.set("");
                store.change(settings -> settings.withServer(null));
            }
        });
        address.subscribe((before, typed) -> {
            addressProblem.set("");
            // A token typed for one server is not to be shown to another.
            token.set(kept(ServerAddress.parse(typed).orElse(null)));
        });
        token.subscribe((before, typed) -> addressProblem.set(""));
    }

    /** Whether the server is the built-in one, and not one at an address. */
    public BooleanProperty builtIn() {
        return builtIn;
    }

    /** The address as typed; in force once it is {@link #acceptAddress accepted}. */
    public StringProperty address() {
        return address;
    }

    /** The token for the server at that address, as typed; in force once the address is accepted. */
    public StringProperty token() {
        return token;
    }

    private String kept(@Nullable URI server) {
        return store.settings().get().tokenFor(server).orElse("");
    }

    /** What is wrong with the address or token; empty if nothing is. */
    public ReadOnlyStringProperty addressProblem() {
        return addressProblem.getReadOnlyProperty();
    }

    /** The transport to use; empty for the best that works. */
    public ObjectProperty<Optional<Transport>> transport() {
        return transport;
    }

    /** Quotes of one symbol a second at most; empty for all there are. */
    public ObjectProperty<Optional<Double>> quotesPerSecond() {
        return quotesPerSecond;
    }

    /** Whether to ask for binary messages. */
    public ObjectProperty<Boolean> binary() {
        return binary;
    }

    /** Whether to offer compression. */
    public ObjectProperty<Boolean> compression() {
        return compression;
    }

    /** Whether an alert comes up on the desktop. */
    public ObjectProperty<Boolean> desktopNotices() {
        return desktopNotices;
    }

    /** Whether an alert is heard. */
    public ObjectProperty<Boolean> sound() {
        return sound;
    }

    /** What the desktop looks like. */
    public AppearanceSettings appearance() {
        return appearance;
    }

    /** Whom to ask for newer versions. */
    public UpdateSettings updates() {
        return updates;
    }

    /** The certificates that a person trusted, by the names of their servers. */
    public ObservableValue<List<TrustedCertificate>> trusted() {
        return trusted;
    }

    /** From now on that server's certificate has to be one that the system trusts, or be trusted anew. */
    public void forget(TrustedCertificate certificate) {
        store.change(settings -> settings.withoutPin(certificate.server()));
    }

    /** Goes to the server at the address typed, if it is one, with the token typed. */
    public void acceptAddress() {
        if (builtIn.get()) {
            return;
        }
        if (address.get().isBlank()) {
            addressProblem.set(Texts.of("settings.address.missing"));
            return;
        }
        Optional<URI> read = ServerAddress.parse(address.get());
        if (read.isEmpty()) {
            addressProblem.set(Texts.of("settings.address.wrong"));
            return;
        }
        String shown = token.get().strip();
        if (!shown.isEmpty() && (!TokenSource.isToken(shown) || shown.length() > AccessToken.MAX_LENGTH)) {
            addressProblem.set(Texts.of("settings.token.wrong"));
            return;
        }
        addressProblem.set("");
        URI server = read.get();
        store.change(settings -> settings.withServer(server).withToken(token(settings, server, shown)));
    }

    /** One server's token is kept while another, that asks for none, is looked at. */
    private static @Nullable AccessToken token(Settings settings, URI server, String shown) {
        if (!shown.isEmpty()) {
            return new AccessToken(server, shown);
        }
        return settings.tokenFor(server).isPresent() ? null : settings.token();
    }

    private static List<TrustedCertificate> trusted(Settings settings) {
        return settings.pins().entrySet().stream()
                .map(pin -> new TrustedCertificate(pin.getKey(), pin.getValue()))
                .sorted(Comparator.comparing(certificate -> certificate.server().toString()))
                .toList();
    }

    private void show(Settings settings) {
        URI server = settings.server();
        if (server != null) {
            builtIn.set(false);
            if (!ServerAddress.parse(address.get()).equals(Optional.of(server))) {
                address.set(server.toString());
            }
            token.set(kept(server));
        } else if (address.get().isBlank()) {
            builtIn.set(true);
        }
    }
}
