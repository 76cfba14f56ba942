package dev.liveticker.desktop.update;

import dev.liveticker.desktop.text.Texts;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;

/** That there is a newer version, for the status bar; not there when there is none. A click opens its page. */
public final class UpdateNote extends Hyperlink {

    private final Tooltip where = new Tooltip();

    /** @param open shows a page in a browser */
    public UpdateNote(UpdateViewModel model, Consumer<URI> open) {
        setId("update-note");
        getStyleClass().add("update-note");
        setTooltip(where);
        // In the middle of the bar; whether prices are live matters more where there is little room.
        setMaxHeight(Double.MAX_VALUE);
        setMinWidth(0);
        managedProperty().bind(visibleProperty());
        setOnAction(event -> {
            model.newer().get().ifPresent(release -> open.accept(release.page()));
            // It is no page that one has been to.
            setVisited(false);
        });
        model.newer().subscribe(this::show);
    }

    private void show(Optional<Release> newer) {
        setVisible(newer.isPresent());
        newer.ifPresent(release -> {
            setText(Texts.of("update.newer", release.version().toString()));
            where.setText(Texts.of("update.open", release.page().toString()));
            setAccessibleHelp(where.getText());
        });
    }
}
