package dev.liveticker.desktop.settings;

import dev.liveticker.desktop.storage.JsonForm;
import java.util.Arrays;
import java.util.Optional;

/** Which look the user wants. */
public enum ThemeChoice {
    LIGHT,
    DARK,
    /** Whatever the operating system says, also when it changes its mind. */
    SYSTEM;

    /** The spelling in the settings file and on the command line. */
    public String code() {
        return JsonForm.code(this);
    }

    public static Optional<ThemeChoice> parse(String code) {
        return Arrays.stream(values())
                .filter(choice -> choice.code().equals(code))
                .findFirst();
    }
}
