package dev.liveticker.desktop.watchlist;

import javafx.beans.property.ReadOnlyObjectPropertyBase;
import org.jspecify.annotations.Nullable;

/** Something of a row that can be listened to. It belongs to no bean and has no name: a list has thousands of them. */
abstract class RowProperty<T> extends ReadOnlyObjectPropertyBase<T> {

    @Override
    public final @Nullable Object getBean() {
        return null;
    }

    @Override
    public final String getName() {
        return "";
    }
}
