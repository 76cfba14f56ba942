package dev.liveticker.desktop.watchlist;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Skin;
import javafx.scene.control.SkinBase;
import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table: greyed while its quote is stale, marked where nobody knows its symbol, and able to say itself.
 */
final class QuoteTableRow extends TableRow<QuoteRow> {

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");

    private final InvalidationListener changed = ignored -> mark();
    /** Weak, since a table drops rows without a word, and the quotes live on. */
    private final WeakInvalidationListener listener = new WeakInvalidationListener(changed);

    private @Nullable QuoteRow heard;
    private boolean bare;

    /** One that has never had a quote is without cells, which would cost as much as those of any other. */
    @Override
    protected Skin<?> createDefaultSkin() {
        bare = isEmpty();
        return bare ? new Bare(this) : super.createDefaultSkin();
    }

    @Override
    protected void updateItem(@Nullable QuoteRow item, boolean empty) {
        super.updateItem(item, empty);
        if (bare && !empty) {
            setSkin(super.createDefaultSkin());
            bare = false;
        }
        QuoteRow now = empty ? null : item;
        if (now != heard) {
            if (heard != null) {
                heard.stale().removeListener(listener);
                heard.standing().removeListener(listener);
            }
            if (now != null) {
                now.stale().addListener(listener);
                now.standing().addListener(listener);
            }
            heard = now;
            mark();
        }
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT && heard != null
                ? heard.spoken()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    private static final class Bare extends SkinBase<QuoteTableRow> {

        Bare(QuoteTableRow row) {
            super(row);
        }
    }

    private void mark() {
        pseudoClassStateChanged(STALE, heard != null && heard.stale().get());
        pseudoClassStateChanged(UNKNOWN, heard != null && heard.standing().get() == QuoteRow.Standing.UNKNOWN);
    }
}
