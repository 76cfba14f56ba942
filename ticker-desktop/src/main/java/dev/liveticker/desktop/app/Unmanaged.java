package dev.liveticker.desktop.app;

import java.io.IOException;
import javax.management.MBeanServerBuilder;
import javax.management.MBeanServerDelegate;

/**
 * Spares the built-in server the JVM's management. The library that it has its sockets from (XNIO) registers itself
 * there, and whoever is the first to ask for it has all of it made: the help of every diagnostic command too, for which
 * the JVM reads its own settings of recordings. That is a fifth of the server's start. If it cannot be had, the library
 * goes on without.
 *
 * <p>Whoever asks afterwards gets it as ever.
 */
final class Unmanaged {

    /** Names the class that makes what beans are registered with, for all of the process. */
    static final String BUILDER = "javax.management.builder.initial";

    private Unmanaged() {}

    /** What is done without. */
    interface Step<T> {
        T run() throws IOException;
    }

    /**
     * Does this without management. What other threads ask of it meanwhile, they are refused.
     *
     * @throws IOException if the step does
     */
    static <T> T during(Step<T> step) throws IOException {
        String before = System.getProperty(BUILDER);
        if (before != null) {
            // Whoever chose one wants to see what is registered.
            return step.run();
        }
        System.setProperty(BUILDER, Refusal.class.getName());
        try {
            return step.run();
        } finally {
            System.clearProperty(BUILDER);
        }
    }

    /** Public, so that the JVM can make one. */
    public static final class Refusal extends MBeanServerBuilder {

        @Override
        public MBeanServerDelegate newMBeanServerDelegate() {
            throw new UnsupportedOperationException("not while the built-in server starts");
        }
    }
}
