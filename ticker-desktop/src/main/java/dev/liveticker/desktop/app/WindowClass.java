package dev.liveticker.desktop.app;

import java.lang.reflect.InvocationTargetException;
import org.slf4j.LoggerFactory;

/**
 * The name by which a Linux desktop knows which windows belong to which entry of its menu. JavaFX takes it from the
 * class of an Application, which there is none of here, and otherwise calls every program "java"; that it can be set is
 * no part of what JavaFX promises, and needs {@code --add-exports javafx.graphics/com.sun.glass.ui=ALL-UNNAMED}.
 */
final class WindowClass {

    /** As {@code StartupWMClass} of the desktop entry says. */
    static final String NAME = "live-ticker";

    private WindowClass() {}

    /** Must be called on the FX thread before the first window is made. Without effect where it is not allowed. */
    static void set() {
        try {
            Class<?> application = Class.forName("com.sun.glass.ui.Application");
            Object running = application.getMethod("GetApplication").invoke(null);
            application.getMethod("setName", String.class).invoke(running, NAME);
        } catch (ReflectiveOperationException e) {
            Throwable told = e instanceof InvocationTargetException ? e.getCause() : e;
            LoggerFactory.getLogger(WindowClass.class)
                    .debug("windows are called java, and not {}: {}", NAME, String.valueOf(told));
        }
    }
}
