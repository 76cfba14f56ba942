package dev.liveticker.desktop.watchlist;

import java.lang.reflect.Field;
import javafx.beans.Observable;
import org.jspecify.annotations.Nullable;

/** How many listeners JavaFX keeps for a property, those included whose owner is gone. */
final class ListenerCount {

    private ListenerCount() {}

    static int of(Observable property) {
        Object helper = field(property, "helper");
        if (helper == null) {
            return 0;
        }
        return switch (helper.getClass().getSimpleName()) {
            case "SingleInvalidation", "SingleChange" -> 1;
            case "Generic" -> (int) field(helper, "invalidationSize") + (int) field(helper, "changeSize");
            default -> throw new IllegalStateException("JavaFX keeps listeners in another way: " + helper.getClass());
        };
    }

    private static @Nullable Object field(Object of, String name) {
        for (Class<?> type = of.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    try {
                        return field.get(of);
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
        }
        throw new IllegalStateException("JavaFX keeps listeners in another way: no " + name + " in " + of);
    }
}
