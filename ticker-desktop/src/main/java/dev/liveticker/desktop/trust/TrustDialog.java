package dev.liveticker.desktop.trust;

import dev.liveticker.desktop.text.Texts;
import dev.liveticker.feed.tls.CertificateRefusal;
import java.time.ZoneId;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows a certificate, and leaves the choice. Whoever just presses Enter or closes it has not trusted anybody. */
public final class TrustDialog {

    private static final double WIDTH = 560;
    private static final double LABEL_WIDTH = 100;

    private final TrustViewModel model;
    private final Window owner;
    private final Stage stage = new Stage();

    /**
     * Shows itself whenever the question is put.
     *
     * @param owner the window it belongs to, whose looks it shares
     */
    public TrustDialog(TrustViewModel model, Window owner) {
        this.model = model;
        this.owner = owner;
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setTitle(Texts.of("trust.title"));
        stage.setResizable(false);
        stage.setOnHiding(event -> model.cancel());
        model.asking().subscribe(this::show);
    }

    private void show(boolean asking) {
        CertificateRefusal refusal = model.question().get();
        if (!asking || refusal == null) {
            stage.hide();
            return;
        }
        Scene scene = new Scene(content(refusal));
        scene.getStylesheets().setAll(owner.getScene().getStylesheets());
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.cancel();
            }
        });
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
        stage.setX(owner.getX() + (owner.getWidth() - stage.getWidth()) / 2);
        stage.setY(owner.getY() + (owner.getHeight() - stage.getHeight()) / 3);
    }

    private VBox content(CertificateRefusal refusal) {
        boolean change = TrustViewModel.isChange(refusal);
        Label heading = new Label(
                TrustViewModel.heading(refusal), new FontIcon(change ? Feather.ALERT_OCTAGON : Feather.ALERT_TRIANGLE));
        heading.setId("trust-heading");
        heading.setWrapText(true);
        heading.getStyleClass().addAll("trust-heading", change ? "danger" : "warning");
        Label explanation = new Label(TrustViewModel.explanation(refusal));
        explanation.setWrapText(true);
        explanation.setMinHeight(Region.USE_PREF_SIZE);
        VBox content = new VBox(heading, explanation, certificate(refusal), buttons(refusal, change));
        content.getStyleClass().add("trust");
        content.setPrefWidth(WIDTH);
        return content;
    }

    private static GridPane certificate(CertificateRefusal refusal) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("trust-certificate");
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(new ColumnConstraints(LABEL_WIDTH), values);
        line(grid, 0, Texts.of("trust.fingerprint"), TrustViewModel.grouped(refusal.fingerprint()))
                .setId("trust-fingerprint");
        line(grid, 1, Texts.of("trust.subject"), refusal.subject());
        line(grid, 2, Texts.of("trust.issuer"), refusal.issuer());
        line(grid, 3, Texts.of("trust.valid"), TrustViewModel.validity(refusal, ZoneId.systemDefault()));
        return grid;
    }

    private static Label line(GridPane grid, int row, String name, String text) {
        Label label = new Label(name);
        label.getStyleClass().add("hint");
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
        trust.setOnAction(event -> model.trust());
        if (change) {
            trust.getStyleClass().addAll("button-outlined", "danger");
        }
        Button cancel = new Button(Texts.of("trust.cancel"));
        cancel.setId("trust-cancel");
        cancel.setDefaultButton(true);
        cancel.setOnAction(event -> model.cancel());
        HBox buttons = new HBox(trust, cancel);
        buttons.getStyleClass().add("trust-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }
}
