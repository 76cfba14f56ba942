package dev.liveticker.desktop.app;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The system's own browser. */
final class WebBrowser {

    private static final Logger LOG = LoggerFactory.getLogger(WebBrowser.class);

    private WebBrowser() {}

    /**
     * Shows a page. Starts a program and does not wait for it.
     *
     * @param failed called if there is no such program, on any thread
     */
    static void open(URI page, Runnable failed) {
        SystemProgram.start("browser", command(System.getProperty("os.name", ""), page), e -> {
            LOG.warn("{} cannot be shown in a browser", page, e);
            failed.run();
        });
    }

    /** @param os the system property {@code os.name} */
    static List<String> command(String os, URI page) {
        String system = os.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return List.of("rundll32.exe", "url.dll,FileProtocolHandler", page.toString());
        }
        return List.of(system.startsWith("mac") ? "open" : "xdg-open", page.toString());
    }
}
