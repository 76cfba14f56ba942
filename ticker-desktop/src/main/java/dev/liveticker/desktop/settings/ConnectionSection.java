package dev.liveticker.desktop.settings;

import dev.liveticker.desktop.text.Texts;
import dev.liveticker.feed.Transport;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;

/** Where prices come from, and how. */
final class ConnectionSection {

    private ConnectionSection() {}

    /** @param transportName what people call a transport */
    static SettingsSection of(SettingsViewModel model, Function<Transport, String> transportName) {
        return new SettingsSection(
                "connection",
                Texts.of("settings.connection"),
                List.of(
                        SettingLine.below(
                                Texts.of("settings.server"),
                                "",
                                new ServerChoice(model),
                                List.of(
                                        Texts.of("settings.builtIn"),
                                        Texts.of("settings.remote"),
                                        Texts.of("settings.address"),
                                        Texts.of("settings.token"))),
                        transport(model, transportName),
                        SettingLine.beside(
                                Texts.of("settings.binary"),
                                Texts.of("settings.binary.hint"),
                                Choices.onOff("binary", model.binary())),
                        SettingLine.beside(
                                Texts.of("settings.compression"),
                                Texts.of("settings.compression.hint"),
                                Choices.onOff("compression", model.compression())),
                        SettingLine.below(
                                Texts.of("settings.certificates"),
                                Texts.of("settings.certificates.hint"),
                                new CertificateList(model),
                                List.of("TLS", "SHA-256"))));
    }

    private static SettingLine transport(SettingsViewModel model, Function<Transport, String> transportName) {
        List<Optional<Transport>> all = Stream.concat(
                        Stream.of(Optional.<Transport>empty()),
                        Arrays.stream(Transport.values()).map(Optional::of))
                .toList();
        Function<Optional<Transport>, String> name =
                transport -> transport.map(transportName).orElseGet(() -> Texts.of("settings.transport.auto"));
        ComboBox<Optional<Transport>> box = Choices.oneOf("transport", all, model.transport(), name);
        return SettingLine.below(
                Texts.of("settings.transport"),
                Texts.of("settings.transport.hint"),
                box,
                all.stream().map(name).toList());
    }
}
