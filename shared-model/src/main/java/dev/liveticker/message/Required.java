package dev.liveticker.message;

import org.jspecify.annotations.Nullable;

/** What every message of its type must say, whoever sent it. */
final class Required {

    private Required() {}

    /** @throws IllegalArgumentException that names the field, if there is no value */
    static <T> T field(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
