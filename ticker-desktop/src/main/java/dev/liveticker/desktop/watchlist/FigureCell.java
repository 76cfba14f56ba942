package dev.liveticker.desktop.watchlist;

import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Skin;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/**
 * A cell at the right edge of its column whose text changes many times a second. Its value is the whole row, and it
 * hears by itself of what it shows of it: a table's own way is to lay out every row there is to be seen, whichever cell
 * changed.
 */
abstract class FigureCell extends TableCell<QuoteRow, QuoteRow> {

    private final InvalidationListener changed = ignored -> show(getItem());
    /** Weak, since a table drops cells without a word, and the quotes live on. */
    private final WeakInvalidationListener listener = new WeakInvalidationListener(changed);

    private @Nullable Observable heard;

    FigureCell(Column column) {
        getStyleClass().addAll("numeric", column.id());
    }

    /** A column of such cells. */
    static TableColumn<QuoteRow, QuoteRow> column() {
        TableColumn<QuoteRow, QuoteRow> column = new TableColumn<>();
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        return column;
    }

    /** What says that there is something else to show of this row. */
    abstract Observable source(QuoteRow row);

    /** Shows what there is to show; of no row, nothing. */
    abstract void show(@Nullable QuoteRow row);

    /** What is painted behind the text, each as large as the cell; in front of one another. */
    Node[] behind() {
        return new Node[0];
    }

    @Override
    protected final void updateItem(@Nullable QuoteRow row, boolean empty) {
        super.updateItem(row, empty);
        Observable source = empty || row == null ? null : source(row);
        if (!Objects.equals(source, heard)) {
            if (heard != null) {
                heard.removeListener(listener);
            }
            if (source != null) {
                source.addListener(listener);
            }
            heard = source;
        }
        show(empty ? null : row);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new FigureSkin(this);
    }
}
