package dev.liveticker.desktop.app;

import dev.liveticker.desktop.settings.Settings;
import dev.liveticker.desktop.settings.SettingsStore;
import dev.liveticker.desktop.update.HttpInquiry;
import dev.liveticker.desktop.update.LastInquiryForm;
import dev.liveticker.desktop.update.UpdateViewModel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/** Asks for newer versions where the settings say to. */
final class NewVersions {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private NewVersions() {}

    /** @param owner runs what arrives from other threads on the FX thread */
    static UpdateViewModel follow(SettingsStore store, UserFiles files, Executor owner) {
        UpdateViewModel model = new UpdateViewModel(
                Version.number(),
                () -> files.open("update.json", new LastInquiryForm()),
                new HttpInquiry(PATIENCE),
                InstantSource.system(),
                Thread::startVirtualThread,
                owner);
        store.settings().subscribe((Settings now) -> model.ask(now.updates()));
        return model;
    }
}
