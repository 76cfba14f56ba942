package dev.liveticker.desktop.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The log: a file beside the settings, so that nothing litters a terminal. */
final class LogFile {

    private LogFile() {}

    /**
     * Opens it. Must be called before anything logs.
     *
     * @return the file
     */
    static Path open(Path directory) {
        Path file = directory.toAbsolutePath().resolve("live-ticker.log");
        System.setProperty("liveticker.log", file.toString());
        System.setProperty("logback.configurationFile", "dev/liveticker/desktop/app/desktop-log.xml");
        java.util.logging.Logger root = LogManager.getLogManager().getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.addHandler(new ToFile());
        return file;
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
