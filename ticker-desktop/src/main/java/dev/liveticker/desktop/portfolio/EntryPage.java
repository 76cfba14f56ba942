package dev.liveticker.desktop.portfolio;

import dev.liveticker.desktop.completion.CompletionPopup;
import dev.liveticker.desktop.text.Dates;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.model.Side;
import java.time.LocalDate;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The fields of a transaction, each with what is wrong with it below. */
final class EntryPage extends VBox {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    private final PortfolioViewModel model;
    private final EntryViewModel entry;
    private final TextField symbol;
    private final TextField quantity;

    /** @param textScale how large text is against the usual */
    EntryPage(PortfolioViewModel model, EntryViewModel entry, ObservableDoubleValue textScale) {
        this.model = model;
        this.entry = entry;
        symbol = field(EntryField.SYMBOL);
        new CompletionPopup(symbol, entry.completion(), textScale, entry.completion()::complete);
        quantity = field(EntryField.QUANTITY);
        FlowPane fields = new FlowPane(
                labelled(EntryField.SYMBOL.words(), symbol, note(EntryField.SYMBOL, entry.name())),
                labelled(Texts.of("portfolio.entry.side"), sides(), new Label()),
                labelled(EntryField.DATE.words(), date(), note(EntryField.DATE, null)),
                labelled(EntryField.QUANTITY.words(), quantity, note(EntryField.QUANTITY, null)),
                labelled(EntryField.PRICE.words(), field(EntryField.PRICE), note(EntryField.PRICE, null)),
                labelled(EntryField.FEE.words(), field(EntryField.FEE), note(EntryField.FEE, null)));
        fields.getStyleClass().add("entry-fields");
        ScrollPane scroll = new ScrollPane(fields);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("edge-to-edge", "entry-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getStyleClass().add("portfolio-entry");
        getChildren().addAll(bar(), scroll);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !(event.getTarget() instanceof ButtonBase)) {
                save();
                event.consume();
            }
        });
    }

    void focus() {
        // Only with its skin has the scroll pane its content.
        applyCss();
        (entry.first() == EntryField.SYMBOL ? symbol : quantity).requestFocus();
    }

    private Bar bar() {
        Button cancel = Bar.button("entry-cancel", Texts.of("portfolio.entry.cancel"), model::back);
        Button save = Bar.button("entry-save", Texts.of("portfolio.entry.save"), this::save);
        save.getStyleClass().add("accent");
        Bar bar = new Bar(cancel, save);
        bar.title().setId("entry-amount");
        bar.title()
                .textProperty()
                .bind(entry.amount()
                        .map(amount -> amount.isEmpty()
                                ? entry.isNew() ? Texts.of("portfolio.entry.new") : Texts.of("portfolio.entry.change")
                                : amount));
        return bar;
    }

    private void save() {
        model.save(entry);
        for (EntryField field : EntryField.values()) {
            if (!entry.problem(field).get().isEmpty()) {
                Node wrong = lookup('#' + field.id());
                if (wrong != null) {
                    wrong.requestFocus();
                }
                return;
            }
        }
    }

    private TextField field(EntryField which) {
        TextField field = new TextField();
        name(field, which);
        field.textProperty().bindBidirectional(entry.text(which));
        if (which == EntryField.FEE) {
            field.setPromptText("0");
        }
        return field;
    }

    private DatePicker date() {
        DatePicker picker = new DatePicker();
        picker.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable LocalDate day) {
                // What cannot be read stays, for its writer to mend.
                return day == null ? picker.getEditor().getText() : Dates.write(day);
            }

            @Override
            public @Nullable LocalDate fromString(String text) {
                return Dates.parse(text).orElse(null);
            }
        });
        name(picker, EntryField.DATE);
        Dates.parse(entry.text(EntryField.DATE).get()).ifPresent(picker::setValue);
        picker.getEditor().textProperty().bindBidirectional(entry.text(EntryField.DATE));
        return picker;
    }

    private void name(Control control, EntryField which) {
        control.setId(which.id());
        control.setAccessibleText(which.words());
        control.accessibleHelpProperty().bind(entry.problem(which));
        entry.problem(which).subscribe(words -> control.pseudoClassStateChanged(WRONG, !words.isEmpty()));
    }

    private HBox sides() {
        ToggleGroup group = new ToggleGroup();
        ToggleButton buy = side(Texts.of("portfolio.side.buy"), "entry-buy", Side.BUY, group);
        buy.getStyleClass().add("left-pill");
        ToggleButton sell = side(Texts.of("portfolio.side.sell"), "entry-sell", Side.SELL, group);
        sell.getStyleClass().add("right-pill");
        group.selectedToggleProperty().subscribe((before, chosen) -> {
            if (chosen == null) {
                // One is always chosen: pressing it again changes nothing.
                group.selectToggle(before);
            } else {
                entry.side().set((Side) chosen.getUserData());
            }
        });
        HBox sides = new HBox(buy, sell);
        sides.setAccessibleText(Texts.of("portfolio.entry.side"));
        return sides;
    }

    private ToggleButton side(String text, String id, Side side, ToggleGroup group) {
        ToggleButton button = new ToggleButton(text);
        button.setId(id);
        button.setUserData(side);
        button.setToggleGroup(group);
        button.setSelected(entry.side().get() == side);
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        return button;
    }

    /** What is wrong with a field, or else what there is to say of it: a line either way, so that nothing moves. */
    private Label note(EntryField which, @Nullable ObservableValue<String> hint) {
        Label note = new Label();
        note.setId(which.id() + "-note");
        entry.problem(which).subscribe(words -> note.pseudoClassStateChanged(WRONG, !words.isEmpty()));
        note.textProperty()
                .bind(
                        hint == null
                                ? entry.problem(which)
                                : entry.problem(which).flatMap(words -> words.isEmpty() ? hint : entry.problem(which)));
        return note;
    }

    private static VBox labelled(String text, Node control, Label note) {
        Label label = new Label(text);
        label.setLabelFor(control);
        label.getStyleClass().add("entry-label");
        note.getStyleClass().add("entry-note");
        if (control instanceof Control wide) {
            wide.setMaxWidth(Double.MAX_VALUE);
        }
        VBox box = new VBox(label, control, note);
        box.getStyleClass().add("entry-field");
        return box;
    }
}
