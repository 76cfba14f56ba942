package dev.liveticker.desktop.settings;

import dev.liveticker.desktop.text.Texts;
import dev.liveticker.feed.TokenSource;
import dev.liveticker.feed.Transport;
import java.net.URI;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What the settings dialog shows; every change is in force at once. Belongs to the FX thread; needs no toolkit. */
public final class SettingsViewModel {

    private final SettingsStore store;
    private final BooleanProperty builtIn = new SimpleBooleanProperty();
    private final StringProperty address = new SimpleStringProperty("");
    private final StringProperty token = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper addressProblem = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Optional<Transport>> transport = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<ThemeChoice> theme = new SimpleObjectProperty<>(ThemeChoice.SYSTEM);
    private final BooleanProperty flash = new SimpleBooleanProperty();

    public SettingsViewModel(SettingsStore store) {
        this.store = store;
        store.settings().subscribe(this::show);
        builtIn.subscribe((before, wanted) -> {
            if (wanted) {
                addressProblem.set("");
                store.change(settings -> settings.withServer(null));
            }
        });
        transport.subscribe((before, wanted) -> store.change(settings -> settings.withTransport(wanted.orElse(null))));
        theme.subscribe((before, wanted) -> store.change(settings -> settings.withTheme(wanted)));
        flash.subscribe((before, wanted) -> store.change(settings -> settings.withFlash(wanted)));
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

    public ObjectProperty<ThemeChoice> theme() {
        return theme;
    }

    public BooleanProperty flash() {
        return flash;
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
        transport.set(Optional.ofNullable(settings.transport()));
        theme.set(settings.theme());
        flash.set(settings.flash());
    }
}
