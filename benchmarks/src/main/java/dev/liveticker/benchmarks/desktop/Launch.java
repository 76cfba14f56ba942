package dev.liveticker.benchmarks.desktop;

import java.io.IOException;

/** One way to start the desktop, on a display that is open. */
interface Launch {
    DesktopProcess on(OpenDisplay display) throws IOException;
}
