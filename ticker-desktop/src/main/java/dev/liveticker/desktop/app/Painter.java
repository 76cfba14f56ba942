package dev.liveticker.desktop.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * What JavaFX paints with, and how. On Linux it takes OpenGL by itself, which where there is no graphics processor, as
 * in a virtual machine, is Mesa's: that is a compiler to load and to run before anything is painted, by the same
 * processors as JavaFX's own painter has, in a tenth of a second more.
 *
 * <p>JavaFX keeps pictures of the backgrounds of its controls, to be stretched to each one's size. A graphics processor
 * does that faster than it fills rectangles; JavaFX's own painter does it much more slowly, and does without.
 */
final class Painter {

    private static final String ORDER = "prism.order";
    private static final String SOFTWARE = "sw";
    private static final String UNCACHED = "prism.disableRegionCaching";

    /** The kernel's own drivers, those of NVIDIA, which come without the former, and those of a Windows that hosts. */
    private static final List<String> GRAPHICS = List.of("dri", "nvidiactl", "dxg");

    private Painter() {}

    /** To be called before the window system is started. What was chosen on the command line stays. */
    static void choose() {
        choose(System.getProperties(), Path.of("/dev"));
    }

    /** @param devices where the system has a file for each device */
    static void choose(Properties properties, Path devices) {
        boolean linux =
                properties.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");
        if (linux && GRAPHICS.stream().noneMatch(device -> Files.exists(devices.resolve(device)))) {
            properties.putIfAbsent(ORDER, SOFTWARE);
        }
        if (SOFTWARE.equals(properties.getProperty(ORDER))) {
            properties.putIfAbsent(UNCACHED, "true");
        }
    }

    /** For a picture, which needs no display. To be called before {@link #choose()}. */
    static void chooseSoftware() {
        System.setProperty(ORDER, SOFTWARE);
    }
}
