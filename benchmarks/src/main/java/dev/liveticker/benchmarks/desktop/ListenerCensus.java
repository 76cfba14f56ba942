package dev.liveticker.benchmarks.desktop;

import java.lang.management.ManagementFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * How many listeners there are in this JVM: live objects of the classes that JavaFX keeps a property's or a list's
 * listeners with, that are named as listeners, or that were made of a lambda. Counted by the JVM's class histogram,
 * which collects garbage first.
 */
public final class ListenerCensus {

    /** Such as {@code 12: 345 13800 com.sun.javafx.binding.ExpressionHelper$Generic (javafx.base@26)}. */
    private static final Pattern LINE = Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+(\\S+).*");

    private static final Pattern LISTENER = Pattern.compile(
            "com\\.sun\\.javafx\\.(binding|collections)\\..*|.*Listener|javafx\\.scene\\..*\\$\\$Lambda.*"
                    + "|dev\\.liveticker\\.desktop\\..*\\$\\$Lambda.*");

    private ListenerCensus() {}

    /** Counts now, which takes a moment. */
    public static long take() {
        try {
            Object histogram = ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
            return count(histogram.toString());
        } catch (JMException e) {
            throw new IllegalStateException("this JVM counts no objects", e);
        }
    }

    static long count(String histogram) {
        return histogram
                .lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .filter(line -> !line.group(2).startsWith("["))
                .filter(line -> LISTENER.matcher(line.group(2)).matches())
                .mapToLong(line -> Long.parseLong(line.group(1)))
                .sum();
    }
}
