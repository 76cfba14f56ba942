package dev.liveticker.desktop.settings;

import dev.liveticker.desktop.text.Reason;
import dev.liveticker.desktop.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The program itself: which it is, where it keeps what, and whose work is in it. */
final class AboutSection {

    private AboutSection() {}

    static SettingsSection of(Program program, UpdateSettings updates) {
        return new SettingsSection(
                "about",
                Texts.of("settings.about"),
                Stream.of(
                                fact("about-version", Texts.of("settings.about.version"), program.version()),
                                updates(updates),
                                fact("about-runtime", Texts.of("settings.about.runtime"), program.runtime()),
                                fact("about-system", Texts.of("settings.about.system"), program.system()),
                                place("log", Texts.of("settings.about.log"), program.log(), program),
                                place("config", Texts.of("settings.about.config"), program.config(), program),
                                licences())
                        .toList());
    }

    private static SettingLine updates(UpdateSettings updates) {
        return SettingLine.below(
                Texts.of("settings.updates"),
                Texts.of("settings.updates.hint"),
                new UpdateChoice(updates),
                List.of(Texts.of("settings.updates.words")));
    }

    private static SettingLine fact(String id, String title, String text) {
        return SettingLine.below(title, "", readable(id, title, text), List.of(text));
    }

    /** @param file a directory, or a file in the one to show */
    private static SettingLine place(String id, String title, Path file, Program program) {
        Button show = new Button(Texts.of("settings.about.show"));
        show.setId("show-" + id);
        show.setAccessibleText(title + ": " + show.getText());
        show.setMinWidth(Region.USE_PREF_SIZE);
        Label failure = new Label();
        failure.setWrapText(true);
        failure.getStyleClass().add("problem");
        failure.visibleProperty().bind(failure.textProperty().isNotEmpty());
        failure.managedProperty().bind(failure.visibleProperty());
        show.setOnAction(event -> failure.setText(show(file, program.folders())));
        VBox box = new VBox(readable("about-" + id, title, file.toString()), show, failure);
        box.getStyleClass().add("setting-below");
        return SettingLine.below(title, "", box, List.of(file.toString()));
    }

    /** Why it could not be shown; empty if it was. */
    private static String show(Path file, Program.Folders folders) {
        try {
            folders.show(file);
            return "";
        } catch (IOException e) {
            return Texts.of("settings.about.failed", Reason.of(e));
        }
    }

    /** Text that can be selected and copied. */
    private static TextField readable(String id, String title, String text) {
        TextField field = new TextField(text);
        field.setId(id);
        field.setEditable(false);
        field.setAccessibleText(title);
        field.getStyleClass().add("readable");
        return field;
    }

    private static SettingLine licences() {
        List<Licences.Licence> all = Licences.all();
        VBox box = new VBox();
        box.setId("about-licences");
        box.getStyleClass().add("licences");
        for (Licences.Licence licence : all) {
            Label label = new Label(licence.name() + " \u2014 " + licence.licence());
            label.setWrapText(true);
            box.getChildren().add(label);
        }
        return SettingLine.below(
                Texts.of("settings.about.licences"),
                Texts.of("settings.about.licences.hint"),
                box,
                all.stream().map(Licences.Licence::name).toList());
    }
}
