package dev.liveticker.desktop.settings;

import dev.liveticker.desktop.storage.Kept;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;

/** The settings in force. Changed and read on the FX thread. */
public final class SettingsStore extends Kept<Settings> {

    private final Settings kept;
    private final Settings started;
    /**
     * Whether somebody has chosen each of them since the start; what they chose last is kept even if it is as started.
     */
    private volatile boolean server;

    private volatile boolean theme;
    private volatile boolean textScale;
    private volatile boolean language;

    /**
     * @param kept what the file says
     * @param started what is in force at first: {@code kept}, or for this once another server, theme, language or size
     *     of text, which is not saved before the user changes it
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
    public void change(UnaryOperator<Settings> change) {
        super.change(before -> {
            Settings changed = change.apply(before);
            server |= !Objects.equals(changed.server(), started.server());
            theme |= changed.theme() != started.theme();
            textScale |=
                    changed.appearance().textScale() != started.appearance().textScale();
            language |= changed.appearance().language() != started.appearance().language();
            return changed;
        });
    }

    @Override
    protected Settings lasting(Settings changed) {
        Settings lasting = changed;
        if (!server) {
            lasting = lasting.withServer(kept.server());
        }
        if (!theme) {
            lasting = lasting.withTheme(kept.theme());
        }
        if (!textScale) {
            lasting = lasting.withAppearance(
                    lasting.appearance().withTextScale(kept.appearance().textScale()));
        }
        if (!language) {
            lasting = lasting.withAppearance(
                    lasting.appearance().withLanguage(kept.appearance().language()));
        }
        return lasting;
    }
}
