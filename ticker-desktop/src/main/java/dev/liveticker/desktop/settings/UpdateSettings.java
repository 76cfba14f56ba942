package dev.liveticker.desktop.settings;

import dev.liveticker.desktop.text.Texts;
import dev.liveticker.desktop.web.WebAddress;
import java.net.URI;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Whom to ask for newer versions, as the dialog changes it. Belongs to the FX thread; needs no toolkit. */
public final class UpdateSettings {

    private final SettingsStore store;
    private final StringProperty address = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    UpdateSettings(SettingsStore store) {
        this.store = store;
        store.settings().subscribe((Settings now) -> show(now.updates()));
        address.subscribe((before, typed) -> problem.set(""));
    }

    /** The address as typed; in force once it is {@link #accept accepted}. Blank for nobody. */
    public StringProperty address() {
        return address;
    }

    /** What is wrong with it; empty if nothing is. */
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** From now on that address is asked, if it is one, or nobody. */
    public void accept() {
        Optional<URI> read = WebAddress.parse(address.get());
        boolean blank = address.get().isBlank();
        problem.set(blank || read.isPresent() ? "" : Texts.of("settings.updates.wrong"));
        if (blank || read.isPresent()) {
            store.change(settings -> settings.withUpdates(read.orElse(null)));
        }
    }

    private void show(@Nullable URI inForce) {
        if (!Optional.ofNullable(inForce).equals(WebAddress.parse(address.get()))) {
            address.set(inForce == null ? "" : inForce.toString());
        }
    }
}
