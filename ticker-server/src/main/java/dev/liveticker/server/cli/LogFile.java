package dev.liveticker.server.cli;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A log on the disk, which it does not fill: a new file each day and after so much, and the oldest are removed. */
final class LogFile {

    private static final FileSize MOST_IN_ONE = FileSize.valueOf("20MB");
    private static final FileSize MOST_OF_OLD_ONES = FileSize.valueOf("200MB");
    private static final int DAYS = 14;

    private LogFile() {}

    /** @throws IllegalArgumentException if it cannot be written; the message says why */
    static Appender<ILoggingEvent> open(LoggerContext context, Path file, Encoder<ILoggingEvent> encoder) {
        Path whole = file.toAbsolutePath();
        check(file);
        requireWritable(file);
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling = new SizeAndTimeBasedRollingPolicy<>();
        appender.setContext(context);
        appender.setName("file");
        appender.setFile(whole.toString());
        appender.setEncoder(encoder);
        appender.setRollingPolicy(rolling);
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setFileNamePattern(whole + ".%d{yyyy-MM-dd}.%i.gz");
        rolling.setMaxFileSize(MOST_IN_ONE);
        rolling.setMaxHistory(DAYS);
        rolling.setTotalSizeCap(MOST_OF_OLD_ONES);
        rolling.start();
        appender.start();
        return appender;
    }

    /** @throws IllegalArgumentException if it cannot be there; the message says why */
    static void check(Path file) {
        Path whole = file.toAbsolutePath();
        // It is part of a pattern, in which that means something; folders are in it too.
        if (whole.toString().contains("%")) {
            throw new IllegalArgumentException("--log-file: a path without % expected, not " + whole);
        }
        Path folder = whole.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("--log-file: there is no directory for " + file);
        }
    }

    /** Logback itself would only note it. */
    private static void requireWritable(Path file) {
        try {
            Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                    .close();
        } catch (IOException e) {
            throw new IllegalArgumentException("--log-file: cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
