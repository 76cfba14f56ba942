package dev.liveticker.desktop.update;

import java.io.IOException;
import java.net.URI;

/** Asks an address which version is the newest. */
@FunctionalInterface
public interface Inquiry {

    /**
     * Waits for the answer, a limited time. In any thread but one that has something else to do.
     *
     * @throws IOException if there was none that makes sense; the message says why in one line
     */
    Release ask(URI address) throws IOException;
}
