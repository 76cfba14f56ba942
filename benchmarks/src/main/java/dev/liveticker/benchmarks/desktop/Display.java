package dev.liveticker.benchmarks.desktop;

import java.util.ArrayList;
import java.util.List;

/** What the desktop is drawn on. */
enum Display {

    /** JavaFX draws into memory. */
    HEADLESS("headless"),

    /** A window of GTK on an X server without a graphics card, which JavaFX draws by software. */
    XVFB("window under Xvfb");

    private static final List<String> X_SERVER =
            List.of("xvfb-run", "-a", "-s", "-screen 0 1600x1200x24 -nolisten tcp");

    private final String label;

    Display(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Flags for the desktop's JVM. */
    List<String> flags() {
        return switch (this) {
            case HEADLESS -> List.of("-Dglass.platform=Headless", "-Dprism.order=sw");
            case XVFB -> List.of("-Dprism.order=sw");
        };
    }

    /** The command that gives a command this display. */
    List<String> around(List<String> command) {
        return switch (this) {
            case HEADLESS -> command;
            case XVFB -> {
                List<String> whole = new ArrayList<>(X_SERVER);
                whole.addAll(command);
                yield whole;
            }
        };
    }
}
