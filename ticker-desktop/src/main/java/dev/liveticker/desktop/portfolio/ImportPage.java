package dev.liveticker.desktop.portfolio;

import dev.liveticker.desktop.text.Dates;
import dev.liveticker.desktop.text.Quantity;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.model.Symbol;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What a file says, before any of it is taken over; or everything that is wrong with it. */
final class ImportPage extends VBox {

    private static final int MOST_NAMED = 12;

    private final PortfolioViewModel model;
    private final Page.Import shown;

    ImportPage(PortfolioViewModel model, Page.Import shown) {
        this.model = model;
        this.shown = shown;
        getStyleClass().add("portfolio-import");
        CsvReading reading = shown.reading();
        Bar bar = new Bar(Bar.button("import-cancel", Texts.of("portfolio.entry.cancel"), model::back));
        bar.title().setId("import-title");
        if (reading.problems().isEmpty()) {
            title(bar, Texts.of("portfolio.import.preview", shown.file()));
            getChildren().addAll(bar, summary(), offers(reading.transactions()));
        } else {
            title(bar, Texts.of("portfolio.import.wrong", shown.file()));
            ScrollPane problems = problems(reading.problems());
            VBox.setVgrow(problems, Priority.ALWAYS);
            getChildren().addAll(bar, problems);
        }
    }

    void focus() {
        getChildren().getFirst().requestFocus();
    }

    /** What it is, or, where all of it cannot be taken over, why. */
    private void title(Bar bar, String text) {
        bar.title()
                .textProperty()
                .bind(Bindings.when(model.said().isNotEmpty())
                        .then(model.said())
                        .otherwise(text));
    }

    /** All of it, and, where some is there already, what is new. */
    private FlowPane offers(List<Transaction> all) {
        List<Transaction> fresh = shown.fresh();
        boolean someKnown = fresh.size() < all.size();
        Button add = Bar.button(
                "import-all", Texts.of("portfolio.import.all", Quantity.count(all.size())), () -> model.accept(all));
        FlowPane offers = new FlowPane(add);
        offers.getStyleClass().add("import-offers");
        if (someKnown && !fresh.isEmpty()) {
            Button addNew = Bar.button(
                    "import-new",
                    Texts.of("portfolio.import.fresh", Quantity.count(fresh.size())),
                    () -> model.accept(fresh));
            addNew.getStyleClass().add("accent");
            offers.getChildren().add(addNew);
        } else if (!someKnown) {
            add.getStyleClass().add("accent");
        }
        return offers;
    }

    private VBox summary() {
        List<Transaction> all = shown.reading().transactions();
        SortedSet<LocalDate> days = all.stream().map(Transaction::date).collect(Collectors.toCollection(TreeSet::new));
        SortedSet<Symbol> symbols =
                all.stream().map(Transaction::symbol).collect(Collectors.toCollection(TreeSet::new));
        Label count = line(Texts.of(
                "portfolio.import.count",
                Quantity.count(all.size()),
                Dates.write(days.getFirst()),
                Dates.write(days.getLast())));
        count.setId("import-count");
        String names = symbols.stream().limit(MOST_NAMED).map(Symbol::text).collect(Collectors.joining(", "));
        Label of = line(symbols.size() > MOST_NAMED ? names + "\u2026" : names);
        VBox box = new VBox(count, of);
        int known = all.size() - shown.fresh().size();
        if (known > 0) {
            Label there = line(Texts.of("portfolio.import.known", Quantity.count(known)));
            there.setId("import-known");
            box.getChildren().add(there);
        }
        box.getStyleClass().add("import-summary");
        return box;
    }

    /** Not as cells of a list, which can be too low for the last line of a text that wraps. */
    private static ScrollPane problems(List<CsvReading.Problem> all) {
        VBox lines = new VBox();
        lines.getStyleClass().add("import-problems");
        all.forEach(problem -> lines.getChildren().add(line(problem.text())));
        ScrollPane pane = new ScrollPane(lines);
        pane.setId("import-problems");
        pane.setAccessibleText(Texts.of("portfolio.import.problems"));
        pane.setFitToWidth(true);
        pane.getStyleClass().add("edge-to-edge");
        return pane;
    }

    private static Label line(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }
}
