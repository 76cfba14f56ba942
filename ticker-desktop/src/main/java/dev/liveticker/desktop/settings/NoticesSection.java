package dev.liveticker.desktop.settings;

import dev.liveticker.desktop.text.Texts;
import java.util.List;

/** How an alert draws attention. */
final class NoticesSection {

    private NoticesSection() {}

    static SettingsSection of(SettingsViewModel model) {
        return new SettingsSection(
                "notices",
                Texts.of("settings.notices"),
                List.of(
                        SettingLine.beside(
                                Texts.of("settings.notices.desktop"),
                                Texts.of("settings.notices.desktop.hint"),
                                Choices.onOff("desktop-notices", model.desktopNotices())),
                        SettingLine.beside(
                                Texts.of("settings.notices.sound"),
                                Texts.of("settings.notices.sound.hint"),
                                Choices.onOff("notice-sound", model.sound()))));
    }
}
