package dev.liveticker.desktop.app;

import dev.liveticker.desktop.storage.JsonForm;

/** The form of the file that windows are kept in. */
public final class WindowFile {

    private WindowFile() {}

    /** As the program uses it. */
    public static JsonForm<?> form() {
        return new WindowForm();
    }
}
