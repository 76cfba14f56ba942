package dev.liveticker.desktop.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of the log.
 *
 * @param level of the message that it belongs to
 * @param text at most {@value #LONGEST} characters
 */
public record LogLine(Level level, String text) {

    /** How serious, least first. */
    public enum Level {
        DEBUG,
        INFO,
        WARN,
        ERROR
    }

    static final int LONGEST = 2_000;

    /** As the log is written: date, time, level. */
    private static final Pattern HEAD =
            Pattern.compile("^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d[.,]\\d{3} +(TRACE|DEBUG|INFO|WARN|ERROR)\\b");

    private static final String CUT = "\u2026";

    /** @param before the level of the line before it, which goes on where a line says none, as in a stack trace */
    static LogLine of(String text, Level before) {
        String bounded = text.length() > LONGEST ? text.substring(0, LONGEST - 1) + CUT : text;
        Matcher head = HEAD.matcher(bounded);
        return new LogLine(head.find() ? level(head.group(1)) : before, bounded);
    }

    private static Level level(String word) {
        return switch (word) {
            case "ERROR" -> Level.ERROR;
            case "WARN" -> Level.WARN;
            case "INFO" -> Level.INFO;
            default -> Level.DEBUG;
        };
    }
}
