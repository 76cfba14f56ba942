package dev.liveticker.server.recording.csv;

import java.io.IOException;
import java.io.Serial;

/** A CSV file could not be understood; the message names the file, the line and, where there is one, the column. */
public final class MalformedCsvException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    MalformedCsvException(String file, String what) {
        super(file + ": " + what);
    }

    MalformedCsvException(String file, int line, String what) {
        super(file + ", line " + line + ": " + what);
    }

    MalformedCsvException(String file, int line, int column, String name, String what) {
        super(file + ", line " + line + ", column " + column + " (" + name + "): " + what);
    }
}
