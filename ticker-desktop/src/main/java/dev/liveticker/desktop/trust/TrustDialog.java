package dev.liveticker.desktop.trust;

import dev.liveticker.desktop.dialog.OwnedWindow;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.feed.tls.CertificateRefusal;
import java.time.ZoneId;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows a certificate, and leaves the choice. Whoever just presses Enter or closes it has not trusted anybody. */
public final class TrustDialog {

    private final TrustViewModel model;
    private final OwnedWindow window;
    private final Button cancel = new Button(Texts.of("trust.cancel"));

    /**
     * Shows itself whenever the question is put.
     *
     * @param owner the window it belongs to, whose looks it shares
     */
    public TrustDialog(TrustViewModel model, Window owner) {
        this.model = model;
        window = new OwnedWindow(owner, Texts.of("trust.title"));
        window.stage().setOnHiding(event -> model.cancel());
        cancel.setId("trust-cancel");
        cancel.setDefaultButton(true);
        cancel.setWrapText(true);
        cancel.setOnAction(event -> model.cancel());
        model.asking().subscribe(this::show);
    }

    private void show(boolean asking) {
        CertificateRefusal refusal = model.question().get();
        if (!asking || refusal == null) {
            window.stage().hide();
            return;
        }
        window.fill(content(refusal), model::cancel);
        window.show();
        cancel.requestFocus();
    }

    /** The buttons stay in view where the screen is too small for all of the text. */
    private BorderPane content(CertificateRefusal refusal) {
        boolean change = TrustViewModel.isChange(refusal);
        Label heading = new Label(
                TrustViewModel.heading(refusal), new FontIcon(change ? Feather.ALERT_OCTAGON : Feather.ALERT_TRIANGLE));
        heading.setId("trust-heading");
        heading.setWrapText(true);
        heading.getStyleClass().addAll("trust-heading", change ? "danger" : "warning");
        Label explanation = new Label(TrustViewModel.explanation(refusal));
        explanation.setWrapText(true);
        explanation.setMinHeight(Region.USE_PREF_SIZE);
        VBox text = new VBox(heading, explanation, certificate(refusal));
        text.getStyleClass().add("trust-text");
        ScrollPane scroll = new ScrollPane(text) {
            // As high as the text is, wrapped as it will be.
            @Override
            protected double computePrefHeight(double width) {
                return text.prefHeight(text.prefWidth(-1));
            }
        };
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        BorderPane content = new BorderPane(scroll);
        content.setBottom(buttons(refusal, change));
        content.getStyleClass().add("trust");
        return content;
    }

    private static GridPane certificate(CertificateRefusal refusal) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("trust-certificate");
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(new ColumnConstraints(), values);
        line(grid, 0, Texts.of("trust.fingerprint"), TrustViewModel.grouped(refusal.fingerprint()))
                .setId("trust-fingerprint");
        line(grid, 1, Texts.of("trust.subject"), refusal.subject());
        line(grid, 2, Texts.of("trust.issuer"), refusal.issuer());
        line(grid, 3, Texts.of("trust.valid"), TrustViewModel.validity(refusal, ZoneId.systemDefault()));
        return grid;
    }

    private static Label line(GridPane grid, int row, String name, String text) {
        Label label = new Label(name);
        label.getStyleClass().addAll("hint", "trust-name");
        GridPane.setValignment(label, VPos.TOP);
        Label value = new Label(text);
        value.setWrapText(true);
        value.setAccessibleText(name + ": " + text);
        label.setLabelFor(value);
        grid.addRow(row, label, value);
        return value;
    }

    private HBox buttons(CertificateRefusal refusal, boolean change) {
        Button trust = new Button(TrustViewModel.choice(refusal));
        trust.setId("trust-accept");
        trust.setWrapText(true);
        trust.setOnAction(event -> model.trust());
        if (change) {
            trust.getStyleClass().addAll("button-outlined", "danger");
        }
        HBox buttons = new HBox(trust, cancel);
        buttons.getStyleClass().add("trust-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }
}
