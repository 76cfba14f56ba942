package dev.liveticker.desktop.connection;

import dev.liveticker.desktop.text.Texts;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.controlsfx.control.StatusBar;

/** The status bar. Figures that change all the time come last, so that nothing beside them moves. */
public final class ConnectionBar extends StatusBar {

    /** In widths of the text's height. */
    private static final double ROOM_FOR_STREAM = 46;

    private final ConnectionViewModel model;
    private final Runnable openSettings;
    private final Runnable showCertificate;

    /** @param showCertificate asks whether to trust the certificate that was refused */
    public ConnectionBar(ConnectionViewModel model, Runnable openSettings, Runnable showCertificate) {
        this.model = model;
        this.openSettings = openSettings;
        this.showCertificate = showCertificate;
        setText("");
        // What can be done in it has the focus itself.
        setFocusTraversable(false);
        getStyleClass().add("connection-bar");
        Label state = label("connection-text", model.text());
        Label stream = stream();
        getLeftItems().add(left(state));
        getRightItems().add(stream);
        // Whoever has little room needs to know whether prices are live, and not of which stream.
        stream.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> getWidth() >= ROOM_FOR_STREAM * state.getFont().getSize(),
                        widthProperty(),
                        state.fontProperty()));
        stream.managedProperty().bind(stream.visibleProperty());
        model.light().subscribe(this::lightUp);
    }

    private HBox left(Label state) {
        Region dot = new Region();
        dot.getStyleClass().add("dot");
        state.setId("connection-text");
        state.setAccessibleRole(AccessibleRole.TEXT);
        // A short word, and the first that anybody wants to know; a reason to wait may be long.
        state.minWidthProperty()
                .bind(Bindings.when(model.light().isEqualTo(ConnectionViewModel.Light.LIVE))
                        .then(Region.USE_PREF_SIZE)
                        .otherwise(Region.USE_COMPUTED_SIZE));
        Tooltip detail = new Tooltip();
        detail.textProperty().bind(model.detail());
        state.tooltipProperty().bind(model.detail().map(words -> words.isEmpty() ? null : detail));
        Label transport = label("connection-transport", model.transport());
        transport.setId("connection-transport");
        HBox line = new HBox(
                dot,
                state,
                action("retry-now", Texts.of("connection.retry"), ConnectionViewModel.Light.WAITING, model::retryNow),
                action(
                        "refused-settings",
                        Texts.of("connection.settings"),
                        ConnectionViewModel.Light.REFUSED,
                        openSettings),
                certificate(),
                transport,
                marketBadge(),
                figure("connection-latency", model.latency()),
                figure("connection-rate", model.rate()));
        line.getStyleClass().add("connection-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Label stream() {
        Label stream = label("connection-stream", model.stream());
        stream.setMaxHeight(Double.MAX_VALUE);
        Tooltip account = new Tooltip();
        account.textProperty().bind(model.account());
        stream.setTooltip(account);
        stream.accessibleTextProperty().bind(model.account());
        return stream;
    }

    private Label marketBadge() {
        Label badge = label("badge", model.source());
        badge.setId("market");
        badge.setMinWidth(Region.USE_PREF_SIZE);
        Tooltip explained = new Tooltip();
        explained.textProperty().bind(model.sourceExplained());
        badge.setTooltip(explained);
        badge.accessibleTextProperty().bind(model.sourceExplained());
        badge.visibleProperty().bind(model.source().isNotEmpty());
        badge.managedProperty().bind(badge.visibleProperty());
        model.market().subscribe(market -> {
            for (ConnectionViewModel.Market each : ConnectionViewModel.Market.values()) {
                badge.pseudoClassStateChanged(pseudoClass(each), each == market);
            }
        });
        return badge;
    }

    /** Says something more, before what is told of the stream. */
    public void add(Node news) {
        getRightItems().addFirst(news);
    }

    private Button certificate() {
        return action("show-certificate", Texts.of("connection.certificate"), model.certificate(), showCertificate);
    }

    private Button action(String id, String text, ConnectionViewModel.Light shownAt, Runnable action) {
        return action(id, text, model.light().isEqualTo(shownAt), action);
    }

    private static Button action(String id, String text, ObservableValue<Boolean> shown, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().addAll("small", "accent", "flat");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.visibleProperty().bind(shown);
        button.managedProperty().bind(button.visibleProperty());
        button.setOnAction(event -> action.run());
        return button;
    }

    private Label figure(String styleClass, ObservableValue<String> text) {
        Label label = label("connection-figure", text);
        label.getStyleClass().add(styleClass);
        label.visibleProperty().bind(model.light().isEqualTo(ConnectionViewModel.Light.LIVE));
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private static Label label(String styleClass, ObservableValue<String> text) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        label.textProperty().bind(text);
        return label;
    }

    private void lightUp(ConnectionViewModel.Light shown) {
        for (ConnectionViewModel.Light light : ConnectionViewModel.Light.values()) {
            pseudoClassStateChanged(pseudoClass(light), light == shown);
        }
    }

    private static PseudoClass pseudoClass(Enum<?> value) {
        return PseudoClass.getPseudoClass(value.name().toLowerCase(Locale.ROOT));
    }
}
