package dev.liveticker.server.market;

import java.io.Serial;

/** A catalogue could not be read; the message names the file, the line and, where there is one, the column. */
public final class MalformedCatalogueException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    MalformedCatalogueException(String source, int line, String what) {
        super(source + ", line " + line + ": " + what);
    }

    MalformedCatalogueException(String source, int line, String column, String what) {
        super(source + ", line " + line + ", column " + column + ": " + what);
    }
}
