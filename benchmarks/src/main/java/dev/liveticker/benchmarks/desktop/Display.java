package dev.liveticker.benchmarks.desktop;

import java.util.List;

/** What the desktop is drawn on. */
enum Display {

    /** JavaFX draws into memory. */
    HEADLESS("headless"),

    /** A window of GTK on an X server without a graphics card, which JavaFX draws by software. */
    XVFB("window under Xvfb");

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
}
