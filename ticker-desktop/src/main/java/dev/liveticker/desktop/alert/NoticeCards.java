package dev.liveticker.desktop.alert;

import dev.liveticker.desktop.text.Texts;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.Window;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A card in the corner of the screen that the window is on, telling what fired: one at a time, for a while, also when
 * the window is minimised. Belongs to the FX thread.
 */
public final class NoticeCards {

    private static final Duration SHOWN = Duration.seconds(8);
    private static final double MARGIN = 16;

    private final Stage main;
    private final Runnable front;
    private final Runnable open;
    private final PauseTransition timer = new PauseTransition(SHOWN);
    private @Nullable Window card;

    /**
     * @param main the window that it speaks for
     * @param front brings the main window into view and before all others, from wherever it is
     * @param open shows what fired
     */
    public NoticeCards(Stage main, Runnable front, Runnable open) {
        this.main = main;
        this.front = front;
        this.open = open;
        timer.setOnFinished(event -> hide());
    }

    /** Shows it in the place of the one before. */
    public void show(Announcement announcement) {
        hide();
        StackPane content = content(announcement);
        // A popup takes no keyboard focus from what somebody types into, but it is not seen without its owner.
        card = main.isShowing() && !main.isIconified() ? popup(content) : stage(content);
        timer.playFromStart();
    }

    private void hide() {
        timer.stop();
        Window shown = card;
        card = null;
        if (shown != null) {
            shown.hide();
        }
    }

    private Popup popup(StackPane content) {
        Popup popup = new Popup();
        popup.getContent().add(content);
        popup.setHideOnEscape(false);
        popup.setAnchorLocation(PopupWindow.AnchorLocation.WINDOW_BOTTOM_RIGHT);
        Rectangle2D screen = screen();
        popup.show(main, screen.getMaxX() - MARGIN, screen.getMaxY() - MARGIN);
        return popup;
    }

    private Stage stage(StackPane content) {
        Stage stage = new Stage(StageStyle.TRANSPARENT);
        Scene scene = new Scene(content, Color.TRANSPARENT);
        stage.setScene(scene);
        stage.setAlwaysOnTop(true);
        stage.setTitle(Texts.of("alert.title"));
        stage.sizeToScene();
        stage.setOnShown(event -> {
            Rectangle2D screen = screen();
            stage.setX(screen.getMaxX() - MARGIN - stage.getWidth());
            stage.setY(screen.getMaxY() - MARGIN - stage.getHeight());
        });
        stage.show();
        return stage;
    }

    private Rectangle2D screen() {
        return Screen.getScreensForRectangle(main.getX(), main.getY(), main.getWidth(), main.getHeight()).stream()
                .findFirst()
                .orElse(Screen.getPrimary())
                .getVisualBounds();
    }

    private StackPane content(Announcement announcement) {
        Label title = new Label(announcement.title(), new FontIcon(Feather.BELL));
        title.setId("notice-card-title");
        title.getStyleClass().add("notice-card-title");
        title.setWrapText(true);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button close = new Button();
        close.setId("notice-card-close");
        close.setGraphic(new FontIcon(Feather.X));
        close.getStyleClass().addAll("button-icon", "flat", "small");
        close.setAccessibleText(Texts.of("notice.close"));
        close.setTooltip(new Tooltip(Texts.of("notice.close")));
        close.setOnAction(event -> hide());
        HBox head = new HBox(title, close);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox lines = new VBox();
        lines.getStyleClass().add("notice-card-lines");
        announcement.lines().forEach(line -> {
            Label label = new Label(line);
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            lines.getChildren().add(label);
        });
        lines.setManaged(!announcement.lines().isEmpty());
        VBox all = new VBox(head, lines);
        all.setId("notice-card");
        all.getStyleClass().add("notice-card");
        all.setAccessibleText(announcement.title() + '\n' + String.join("\n", announcement.lines()));
        all.setOnMouseEntered(event -> timer.stop());
        all.setOnMouseExited(event -> timer.playFromStart());
        all.setOnMouseClicked(event -> {
            hide();
            front.run();
            open.run();
        });
        // Room for the card's shadow.
        StackPane room = new StackPane(all);
        room.getStyleClass().add("notice-card-room");
        return room;
    }
}
