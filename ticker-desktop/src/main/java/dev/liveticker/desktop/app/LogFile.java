package dev.liveticker.desktop.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The log: a file beside the settings, so that nothing litters a terminal. */
final class LogFile {

    /** The system property that tells {@link LogSetUp} where it is. */
    static final String PROPERTY = "liveticker.log";

    private static final CountDownLatch SET_UP = new CountDownLatch(1);

    /** The thread that sets it up; absent before that begins. */
    private static volatile @Nullable Thread settingUp;

    private LogFile() {}

    /**
     * Says where it is. Must be called before anything logs. Does nothing more: whoever is not the first to be started
     * ends without a log.
     *
     * @return the file
     */
    static Path open(Path directory) {
        Path file = directory.toAbsolutePath().resolve("live-ticker.log");
        System.setProperty(PROPERTY, file.toString());
        return file;
    }

    /**
     * Sets it up aside, since others have something to do meanwhile. Who is about to log waits for it: SLF4J complains
     * where several ask for the first log at once.
     */
    static void setUp() {
        hearLibraries();
        Thread thread = Thread.ofPlatform().daemon().name("log").unstarted(() -> {
            try {
                LoggerFactory.getILoggerFactory();
            } finally {
                SET_UP.countDown();
            }
        });
        settingUp = thread;
        thread.start();
    }

    private static void hearLibraries() {
        java.util.logging.Logger root = LogManager.getLogManager().getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.addHandler(new ToFile());
    }

    /** Waits until it is set up. */
    static void await() {
        try {
            SET_UP.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void failure(String what, Throwable problem) {
        LoggerFactory.getLogger(LogFile.class).error(what, problem);
    }

    /** @param passing a directory that was only for this time, to be deleted with the log in it */
    static void close(@Nullable Path passing) {
        if (passing == null) {
            return;
        }
        if (LoggerFactory.getILoggerFactory() instanceof ch.qos.logback.classic.LoggerContext context) {
            context.stop();
        }
        try (Stream<Path> files = Files.walk(passing)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            System.err.println("live-ticker: " + passing + " could not be deleted: " + e.getMessage());
        }
    }

    /** Passes on what libraries say through the JDK's own logging. */
    private static final class ToFile extends Handler {

        ToFile() {
            setLevel(Level.WARNING);
        }

        @Override
        public void publish(LogRecord message) {
            if (isLoggable(message)) {
                Thread thread = settingUp;
                if (thread != null && thread != Thread.currentThread()) {
                    LogFile.await();
                }
                String text = new java.util.logging.SimpleFormatter().formatMessage(message);
                LoggerFactory.getLogger(String.valueOf(message.getLoggerName())).warn(text, message.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
