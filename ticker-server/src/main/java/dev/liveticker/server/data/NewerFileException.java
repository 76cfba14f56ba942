package dev.liveticker.server.data;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/** A file was written by a newer program than this one. It was left as it is. */
public final class NewerFileException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    private final String file;
    private final int version;
    private final int known;

    NewerFileException(Path file, int version, int known) {
        super(file + " is of version " + version + ", and this program knows versions up to " + known
                + ": it is left as it is; a newer program is needed for it");
        this.file = file.toString();
        this.version = version;
        this.known = known;
    }

    /** The path. */
    public String file() {
        return file;
    }

    /** Which version it is of. */
    public int version() {
        return version;
    }

    /** The newest version that this program knows. */
    public int known() {
        return known;
    }
}
