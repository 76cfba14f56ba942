package dev.liveticker.server.cli;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What is logged, how, and where to. */
final class LogOptions {

    private static final String OURS = "dev.liveticker";

    /** Lines that may wait for whoever reads standard error; past that they are dropped, and no client waits. */
    private static final int QUEUE = 10_000;

    /** How a line is written. */
    enum Format {
        /** For people. */
        TEXT,
        /** For programs: an object a line. */
        JSON
    }

    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = FormatReader.class,
            completionCandidates = Choices.LogFormats.class,
            description =
                    "How the log is written: text, or json with an object a line" + " (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    @Option(
            names = "--log-level",
            paramLabel = "LEVEL",
            converter = LevelReader.class,
            completionCandidates = Choices.LogLevels.class,
            description = "What is logged: error, warn, info (clients coming and going too), debug or trace"
                    + " (default: warn).")
    private @Nullable Level level;

    @Option(
            names = "--log-file",
            paramLabel = "FILE",
            description = "Write the log into this file instead of to standard error. A new one begins each day and"
                    + " after 20 MB; of the old ones, packed, those of 14 days and no more than 200 MB are kept.")
    private @Nullable Path file;

    static final class FormatReader implements ITypeConverter<Format> {

        @Override
        public Format convert(String text) {
            for (Format each : Format.values()) {
                if (each.name().toLowerCase(Locale.ROOT).equals(text)) {
                    return each;
                }
            }
            throw new TypeConversionException("'" + text + "' is neither text nor json");
        }
    }

    static final class LevelReader implements ITypeConverter<Level> {

        private static final List<Level> LEVELS =
                List.of(Level.ERROR, Level.WARN, Level.INFO, Level.DEBUG, Level.TRACE);

        @Override
        public Level convert(String text) {
            for (Level each : LEVELS) {
                if (each.toString().toLowerCase(Locale.ROOT).equals(text)) {
                    return each;
                }
            }
            throw new TypeConversionException("'" + text + "' is none of error, warn, info, debug and trace");
        }
    }

    /**
     * Takes effect for what is logged from now on; what was not asked for stays as it is.
     *
     * @throws IllegalArgumentException if it cannot be written; the message says why
     */
    void apply() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            apply(context);
        }
    }

    /**
     * Sees whether the log can be where it is to be; writes nothing.
     *
     * @return where that is; absent for standard error
     * @throws IllegalArgumentException if it cannot; the message says why
     */
    @Nullable
    Path rehearse() {
        if (file != null) {
            LogFile.check(file);
        }
        return file;
    }

    private void apply(LoggerContext context) {
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        if (format == Format.JSON || file != null) {
            Encoder<ILoggingEvent> lines = format == Format.JSON ? json(context) : text(context);
            Appender<ILoggingEvent> there = file == null ? console(context, lines) : LogFile.open(context, file, lines);
            root.detachAndStopAllAppenders();
            root.addAppender(there);
        }
        if (level != null) {
            context.getLogger(OURS).setLevel(level);
            if (level.isGreaterOrEqual(Level.WARN)) {
                root.setLevel(level);
            } else {
                standAside(context, root);
            }
        }
    }

    private static Encoder<ILoggingEvent> json(LoggerContext context) {
        JsonLines lines = new JsonLines();
        lines.setContext(context);
        lines.start();
        return lines;
    }

    /** As on standard error, with the day and the offset from UTC, since a file outlasts both. */
    private static Encoder<ILoggingEvent> text(LoggerContext context) {
        PatternLayoutEncoder lines = new PatternLayoutEncoder();
        lines.setContext(context);
        lines.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{24} - %msg%replace( %kvp){'^ $', ''}%n");
        lines.start();
        return lines;
    }

    private static Appender<ILoggingEvent> console(LoggerContext context, Encoder<ILoggingEvent> lines) {
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setName("stderr");
        console.setTarget(ConsoleTarget.SystemErr.getName());
        console.setEncoder(lines);
        console.start();
        return console;
    }

    /** So much may be logged that no thread which serves clients is to wait for its reader. */
    private static void standAside(LoggerContext context, Logger root) {
        List<Appender<ILoggingEvent>> before = new ArrayList<>();
        for (Iterator<Appender<ILoggingEvent>> all = root.iteratorForAppenders(); all.hasNext(); ) {
            before.add(all.next());
        }
        for (Appender<ILoggingEvent> appender : before) {
            root.detachAppender(appender);
            AsyncAppender aside = new AsyncAppender();
            aside.setContext(context);
            aside.setName("aside-" + appender.getName());
            aside.setQueueSize(QUEUE);
            aside.setDiscardingThreshold(0);
            aside.setNeverBlock(true);
            aside.addAppender(appender);
            aside.start();
            root.addAppender(aside);
        }
    }

    /** Writes what still waits to be; the last that is logged. */
    static void flush() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.stop();
        }
    }
}
