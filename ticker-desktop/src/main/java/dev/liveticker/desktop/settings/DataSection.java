package dev.liveticker.desktop.settings;

import dev.liveticker.desktop.text.Texts;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** How much of the market comes over the line. */
final class DataSection {

    private static final List<Double> RATES = List.of(20.0, 10.0, 5.0, 2.0, 1.0);

    private DataSection() {}

    static SettingsSection of(SettingsViewModel model) {
        List<Optional<Double>> all = Stream.concat(
                        Stream.of(Optional.<Double>empty()), RATES.stream().map(Optional::of))
                .toList();
        NumberFormat number = NumberFormat.getNumberInstance(Locale.getDefault(Locale.Category.FORMAT));
        Function<Optional<Double>, String> name =
                rate -> rate.map(limit -> Texts.of("settings.rate.limit", number.format(limit)))
                        .orElseGet(() -> Texts.of("settings.rate.all"));
        return new SettingsSection(
                "data",
                Texts.of("settings.data"),
                List.of(SettingLine.below(
                        Texts.of("settings.rate"),
                        Texts.of("settings.rate.hint"),
                        Choices.oneOf("quote-rate", all, model.quotesPerSecond(), name),
                        all.stream().map(name).toList())));
    }
}
