package dev.liveticker.desktop.alert;

import dev.liveticker.desktop.text.Quantity;
import dev.liveticker.desktop.text.Texts;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How many alerts fired that were not seen yet, for the tool bar; leads to them. */
public final class AlertBell extends Button {

    private static final PseudoClass RINGING = PseudoClass.getPseudoClass("ringing");

    public AlertBell(AlertsViewModel model, Runnable open) {
        setId("alert-bell");
        getStyleClass().addAll("button-icon", "flat", "alert-bell");
        setGraphic(new FontIcon(Feather.BELL));
        // The theme's icon buttons hide their text.
        setContentDisplay(ContentDisplay.LEFT);
        setTooltip(new Tooltip());
        setOnAction(event -> open.run());
        model.unseen().subscribe(unseen -> show(unseen.intValue()));
    }

    private void show(int unseen) {
        setText(unseen == 0 ? "" : Quantity.count(unseen));
        pseudoClassStateChanged(RINGING, unseen > 0);
        String said = unseen == 0 ? Texts.of("alert.bell.none") : Texts.of("alert.bell.some", Quantity.count(unseen));
        setAccessibleText(said);
        getTooltip().setText(said);
    }
}
