package dev.liveticker.server.market;

import java.io.Serial;

/** A catalogue could not be read; the message names the file, the line and, where there is one, the column. */
public final class MalformedCatalogueException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int MAX_SHOWN = 40;

    MalformedCatalogueException(String source, int line, String what) {
        super(source + ", line " + line + ": " + what);
    }

    /** @param place which column of the line it is, from 1 */
    MalformedCatalogueException(String source, int line, int place, String column, String what) {
        super(source + ", line " + line + ", column " + place + " (" + column + "): " + what);
    }

    /** As much of a field as fits a message. */
    static String shown(String field) {
        return field.length() <= MAX_SHOWN ? field : field.substring(0, MAX_SHOWN) + "...";
    }
}
