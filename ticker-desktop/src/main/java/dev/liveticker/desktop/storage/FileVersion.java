package dev.liveticker.desktop.storage;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Which version of its form a file is of, as it says itself. */
public final class FileVersion {

    static final String FIELD = "version";

    /** What a file says that says nothing sensible. */
    static final int NONE = 0;

    private FileVersion() {}

    /**
     * From 1 on; 1 where the file does not say, as the first ones did not. {@link #NONE} for what is no number of a
     * version, and the largest number there is for one beyond it.
     */
    public static int of(ObjectNode root) {
        JsonNode number = root.path(FIELD);
        if (number.isMissingNode() || number.isNull()) {
            return 1;
        }
        if (!number.isIntegralNumber()) {
            return NONE;
        }
        if (number.canConvertToInt()) {
            return Math.max(NONE, number.intValue());
        }
        return number.bigIntegerValue().signum() > 0 ? Integer.MAX_VALUE : NONE;
    }
}
