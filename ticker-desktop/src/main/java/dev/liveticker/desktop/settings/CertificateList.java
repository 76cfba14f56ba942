package dev.liveticker.desktop.settings;

import dev.liveticker.desktop.text.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The certificates that a person trusted, each to be forgotten. */
final class CertificateList extends VBox {

    private final SettingsViewModel model;

    CertificateList(SettingsViewModel model) {
        this.model = model;
        setId("trusted-certificates");
        getStyleClass().add("trusted-certificates");
        model.trusted().subscribe(this::show);
    }

    private void show(List<TrustedCertificate> trusted) {
        if (trusted.isEmpty()) {
            Label none = new Label(Texts.of("settings.certificates.none"));
            none.getStyleClass().add("hint");
            none.setWrapText(true);
            getChildren().setAll(none);
        } else {
            getChildren().setAll(trusted.stream().map(this::row).toList());
        }
    }

    private HBox row(TrustedCertificate certificate) {
        Label server = new Label(certificate.server().toString());
        Label fingerprint = new Label(certificate.fingerprint().toString());
        fingerprint.getStyleClass().addAll("hint", "fingerprint");
        fingerprint.setWrapText(true);
        VBox words = new VBox(server, fingerprint);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button forget = new Button(Texts.of("settings.certificates.forget"));
        forget.setAccessibleText(Texts.of("settings.certificates.forget.one", certificate.server()));
        forget.getStyleClass().addAll("small", "forget-certificate");
        forget.setMinWidth(Region.USE_PREF_SIZE);
        forget.setOnAction(event -> model.forget(certificate));
        HBox row = new HBox(words, forget);
        row.getStyleClass().add("setting-beside");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
