package dev.liveticker.desktop.alert;

import dev.liveticker.desktop.text.Quantity;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.model.Symbol;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The alerts, what fired, and the form for one, each in the place of the other: there is little room below a chart. */
public final class AlertsView extends StackPane {

    private static final KeyCombination UNDO = KeyCombination.keyCombination("Shortcut+Z");

    private final AlertsViewModel model;
    private final LongSupplier nanoClock;
    private final Supplier<Optional<Symbol>> charted;
    private final ObservableDoubleValue textScale;
    private final ListView<AlertRow> alerts = new ListView<>();
    private final ListView<FiredAlert> history = new ListView<>();
    private final ToggleButton alertsTab = new ToggleButton();
    private final ToggleButton historyTab = new ToggleButton();
    private final VBox lists;
    private boolean inSight;

    /**
     * @param nanoClock monotonic nanoseconds, the same clock as the model's
     * @param charted the symbol that a new alert is most likely about
     * @param textScale how large text is against the usual
     */
    public AlertsView(
            AlertsViewModel model,
            LongSupplier nanoClock,
            Supplier<Optional<Symbol>> charted,
            ObservableDoubleValue textScale) {
        this.model = model;
        this.textScale = textScale;
        this.nanoClock = nanoClock;
        this.charted = charted;
        setId("alerts-view");
        getStyleClass().add("alerts");
        buildAlerts();
        buildHistory();
        StackPane body = new StackPane(alerts, history, undoNotice());
        VBox.setVgrow(body, Priority.ALWAYS);
        lists = new VBox(head(), notice(), body);
        model.form().subscribe(this::showForm);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (UNDO.match(event)) {
                model.undo();
                event.consume();
            }
        });
    }

    /** Shows what fired. */
    public void showFired() {
        model.closeForm();
        historyTab.setSelected(true);
        history.requestFocus();
    }

    /** Whether a person can see this at the moment. */
    public void inSight(boolean isInSight) {
        inSight = isInSight;
        tellSight();
    }

    /** Whether the keyboard is in here, so that taking back means what was done here. */
    public boolean holdsFocus() {
        Node each = getScene() == null ? null : getScene().getFocusOwner();
        while (each != null && each != this) {
            each = each.getParent();
        }
        return each != null;
    }

    private void tellSight() {
        model.seeing(inSight && historyTab.isSelected() && model.form().get() == null);
    }

    private void showForm(@Nullable AlertFormViewModel form) {
        if (form == null) {
            boolean returning = getChildren().stream().anyMatch(ScrollPane.class::isInstance);
            getChildren().setAll(lists);
            if (returning) {
                alertsTab.setSelected(true);
                alerts.requestFocus();
            }
        } else {
            AlertFormView view = new AlertFormView(form, textScale, model::closeForm);
            // With large text there may be less room than the form needs.
            ScrollPane room = new ScrollPane(view);
            room.setFitToWidth(true);
            room.getStyleClass().addAll("edge-to-edge", "alert-form-room");
            getChildren().setAll(room);
            // A scroll pane takes its content in only with its style; what is in no scene takes no focus.
            room.applyCss();
            view.focusFirst();
        }
        tellSight();
    }

    private FlowPane head() {
        ToggleGroup group = new ToggleGroup();
        alertsTab.setToggleGroup(group);
        historyTab.setToggleGroup(group);
        alertsTab.setId("alerts-list");
        historyTab.setId("alerts-fired");
        alertsTab.getStyleClass().addAll("left-pill", "small");
        historyTab.getStyleClass().addAll("right-pill", "small");
        alertsTab
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Texts.of("alert.list", Quantity.count(model.rows().size())), model.rows()));
        historyTab
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.unseen().get() == 0
                                ? Texts.of("alert.history")
                                : Texts.of(
                                        "alert.history.new",
                                        Quantity.count(model.unseen().get())),
                        model.unseen()));
        alerts.visibleProperty().bind(alertsTab.selectedProperty());
        history.visibleProperty().bind(historyTab.selectedProperty());
        alertsTab.setSelected(true);
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                before.setSelected(true);
            }
            tellSight();
        });
        HBox choice = new HBox(alertsTab, historyTab);
        choice.setAlignment(Pos.CENTER_LEFT);
        // First, so that they stay where they are when a count grows: alerts fire while a person aims at a button.
        FlowPane head = new FlowPane(tools(), choice);
        head.getStyleClass().add("alerts-head");
        return head;
    }

    private HBox tools() {
        BooleanBinding none = alerts.getSelectionModel().selectedItemProperty().isNull();
        Button edit = tool("alert-edit", Feather.EDIT_2, Texts.of("alert.edit"), this::editSelected);
        edit.disableProperty().bind(none);
        Button arm = tool("alert-arm", Feather.REFRESH_CW, Texts.of("alert.arm"), () -> {
            AlertRow row = selected();
            if (row != null) {
                model.arm(row);
            }
        });
        arm.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !canBeArmed(selected()),
                        alerts.getSelectionModel().selectedItemProperty()));
        Button remove = tool("alert-remove", Feather.TRASH_2, Texts.of("alert.remove"), this::removeSelected);
        remove.disableProperty().bind(none);
        for (Button button : new Button[] {edit, arm, remove}) {
            button.visibleProperty().bind(alertsTab.selectedProperty());
        }
        Button create = new Button(Texts.of("alert.new"), new FontIcon(Feather.PLUS));
        create.setId("alert-new");
        create.getStyleClass().add("small");
        create.setOnAction(event -> model.create(charted.get().orElse(null), null));
        HBox tools = new HBox(create, edit, arm, remove);
        tools.getStyleClass().add("alert-tools");
        tools.setAlignment(Pos.CENTER_LEFT);
        return tools;
    }

    private static Button tool(String id, Feather icon, String text, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().addAll("button-icon", "flat", "small");
        button.setTooltip(new Tooltip(text));
        button.setAccessibleText(text);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static boolean canBeArmed(@Nullable AlertRow row) {
        return row != null
                && (row.standing() == AlertRow.Standing.FIRED || row.standing() == AlertRow.Standing.REFUSED);
    }

    private Label notice() {
        Label notice = new Label();
        notice.setId("alerts-notice");
        notice.getStyleClass().add("alerts-notice");
        notice.setWrapText(true);
        notice.textProperty().bind(model.notice());
        notice.visibleProperty().bind(model.notice().isNotEmpty());
        notice.managedProperty().bind(notice.visibleProperty());
        return notice;
    }

    private void buildAlerts() {
        alerts.setId("alerts-table");
        alerts.getStyleClass().addAll("edge-to-edge", "alert-list");
        alerts.setAccessibleText(Texts.of("alert.title"));
        alerts.setItems(model.rows());
        alerts.setCellFactory(list -> new AlertCell(model.words()));
        alerts.setPlaceholder(hint(Texts.of("alert.empty")));
        alerts.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
                removeSelected();
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER) {
                editSelected();
                event.consume();
            }
        });
        alerts.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                editSelected();
            }
        });
    }

    private void buildHistory() {
        history.setId("alerts-history");
        history.getStyleClass().addAll("edge-to-edge", "alert-list");
        history.setAccessibleText(Texts.of("alert.history"));
        history.setItems(model.fired());
        history.setCellFactory(list -> new FiredCell(model.words(), InstantSource.system()));
        history.setPlaceholder(hint(Texts.of("alert.history.empty")));
    }

    private @Nullable AlertRow selected() {
        return alerts.getSelectionModel().getSelectedItem();
    }

    private void editSelected() {
        AlertRow row = selected();
        if (row != null) {
            model.edit(row);
        }
    }

    private void removeSelected() {
        AlertRow row = selected();
        if (row != null) {
            model.remove(row, nanoClock.getAsLong());
        }
    }

    private static Label hint(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("alerts-empty");
        return label;
    }

    private HBox undoNotice() {
        Label text = new Label();
        text.textProperty().bind(model.offered());
        Button undo = new Button(Texts.of("alert.undo"));
        undo.setId("alert-undo");
        undo.getStyleClass().addAll("flat", "accent", "small");
        undo.setMinWidth(Region.USE_PREF_SIZE);
        undo.setOnAction(event -> model.undo());
        HBox notice = new HBox(text, undo);
        notice.getStyleClass().add("undo-notice");
        notice.setAlignment(Pos.CENTER_LEFT);
        notice.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(notice, Pos.BOTTOM_CENTER);
        notice.visibleProperty().bind(model.offered().isNotEmpty());
        notice.managedProperty().bind(notice.visibleProperty());
        return notice;
    }
}
