package dev.liveticker.desktop.settings;

import dev.liveticker.desktop.storage.JsonForm;
import dev.liveticker.desktop.text.Texts;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What the desktop looks like. */
final class AppearanceSection {

    private static final List<Double> TEXT_SCALES = List.of(0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0);

    private static final double TAPE_STEP = 10;

    private AppearanceSection() {}

    static SettingsSection of(AppearanceSettings model) {
        return new SettingsSection(
                "appearance",
                Texts.of("settings.appearance"),
                List.of(
                        theme(model),
                        colours(model),
                        language(model),
                        textScale(model),
                        SettingLine.beside(
                                Texts.of("settings.flash"),
                                Texts.of("settings.flash.hint"),
                                Choices.onOff("flash", model.flash())),
                        SettingLine.beside(
                                Texts.of("settings.tape"),
                                Texts.of("settings.tape.hint"),
                                Choices.onOff("tape", model.tape())),
                        tapeSpeed(model)));
    }

    private static SettingLine theme(AppearanceSettings model) {
        List<RadioButton> buttons = Choices.radios(
                List.of(ThemeChoice.values()),
                model.theme(),
                choice -> "theme-" + choice.code(),
                AppearanceSection::nameOf);
        return SettingLine.below(Texts.of("settings.theme"), "", beside(buttons), texts(buttons));
    }

    private static SettingLine colours(AppearanceSettings model) {
        List<TickColours> all = List.of(TickColours.values());
        List<RadioButton> buttons = Choices.radios(
                all, model.colours(), each -> "colours-" + JsonForm.code(each), AppearanceSection::nameOf);
        for (int i = 0; i < all.size(); i++) {
            buttons.get(i).setGraphic(sample(all.get(i)));
            buttons.get(i).setContentDisplay(ContentDisplay.RIGHT);
        }
        VBox box = new VBox();
        box.getStyleClass().add("radio-column");
        box.getChildren().setAll(buttons);
        return SettingLine.below(Texts.of("settings.colours"), Texts.of("settings.colours.hint"), box, texts(buttons));
    }

    /** How a rise and a fall look in it. */
    private static HBox sample(TickColours colours) {
        Label up = new Label("\u25B2");
        up.getStyleClass().add("sample-up");
        Label down = new Label("\u25BC");
        down.getStyleClass().add("sample-down");
        HBox sample = new HBox(up, down);
        sample.getStyleClass().addAll("tick-sample", JsonForm.code(colours));
        return sample;
    }

    private static SettingLine language(AppearanceSettings model) {
        List<RadioButton> buttons = Choices.radios(
                List.of(Language.values()),
                model.language(),
                language -> "language-" + JsonForm.code(language),
                AppearanceSection::nameOf);
        return SettingLine.below(
                Texts.of("settings.language"), Texts.of("settings.language.hint"), beside(buttons), texts(buttons));
    }

    private static SettingLine textScale(AppearanceSettings model) {
        NumberFormat percent = NumberFormat.getPercentInstance(Locale.getDefault(Locale.Category.FORMAT));
        return SettingLine.beside(
                Texts.of("settings.textScale"),
                Texts.of("settings.textScale.hint"),
                Choices.oneOf("text-scale", TEXT_SCALES, model.textScale(), percent::format));
    }

    private static SettingLine tapeSpeed(AppearanceSettings model) {
        Slider speed = new Slider(
                Appearance.LEAST_TAPE_SPEED,
                Appearance.MOST_TAPE_SPEED,
                model.tapeSpeed().get());
        speed.setId("tape-speed");
        speed.setBlockIncrement(TAPE_STEP);
        speed.disableProperty().bind(model.tape().map(runs -> !runs));
        speed.valueProperty().subscribe((before, wanted) -> model.tapeSpeed().set(Math.rint(wanted.doubleValue())));
        model.tapeSpeed().subscribe(wanted -> {
            if (Math.rint(speed.getValue()) != wanted) {
                speed.setValue(wanted);
            }
        });
        return SettingLine.below(Texts.of("settings.tape.speed"), "", speed, List.of());
    }

    private static FlowPane beside(List<RadioButton> buttons) {
        FlowPane pane = new FlowPane();
        pane.getStyleClass().add("radio-row");
        pane.getChildren().setAll(buttons);
        return pane;
    }

    private static List<String> texts(List<RadioButton> buttons) {
        return buttons.stream().map(RadioButton::getText).toList();
    }

    private static String nameOf(ThemeChoice choice) {
        return switch (choice) {
            case LIGHT -> Texts.of("settings.theme.light");
            case DARK -> Texts.of("settings.theme.dark");
            case SYSTEM -> Texts.of("settings.theme.system");
        };
    }

    private static String nameOf(TickColours colours) {
        return switch (colours) {
            case GREEN_UP -> Texts.of("settings.colours.greenUp");
            case RED_UP -> Texts.of("settings.colours.redUp");
            case BLUE_UP -> Texts.of("settings.colours.blueUp");
        };
    }

    /** In itself, so that whoever cannot read the others finds it. */
    private static String nameOf(Language language) {
        return switch (language) {
            case SYSTEM -> Texts.of("settings.language.system");
            case ENGLISH -> "English";
            case GERMAN -> "Deutsch";
        };
    }
}
