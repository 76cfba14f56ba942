package dev.liveticker.desktop.settings;

import dev.liveticker.desktop.storage.Kept;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;

/** The settings in force. Changed and read on the FX thread. */
public final class SettingsStore extends Kept<Settings> {

    private final Settings kept;
    private final Settings started;

    /**
     * @param kept what the file says
     * @param started what is in force at first: {@code kept}, or for this once another server, theme, language or size
     *     of text, which is not saved unless the user changes it
     */
    public SettingsStore(SettingsFile file, Settings kept, Settings started) {
        super(file, started);
        this.kept = kept;
        this.started = started;
    }

    public ReadOnlyObjectProperty<Settings> settings() {
        return value();
    }

    @Override
    protected Settings lasting(Settings changed) {
        Settings lasting = changed;
        if (Objects.equals(changed.server(), started.server())) {
            lasting = lasting.withServer(kept.server());
        }
        if (changed.theme() == started.theme()) {
            lasting = lasting.withTheme(kept.theme());
        }
        if (changed.appearance().textScale() == started.appearance().textScale()) {
            lasting = lasting.withAppearance(
                    lasting.appearance().withTextScale(kept.appearance().textScale()));
        }
        if (changed.appearance().language() == started.appearance().language()) {
            lasting = lasting.withAppearance(
                    lasting.appearance().withLanguage(kept.appearance().language()));
        }
        return lasting;
    }
}
