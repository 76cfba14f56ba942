package dev.liveticker.desktop.update;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of Semantic Versioning 2.0.0 (semver.org), ordered by its precedence (section 11). Two that differ in what
 * was built alone come as equals in that order, and are not equal.
 *
 * @param core major, minor and patch: decimal numbers without leading zeros, however long
 * @param prerelease its identifiers; empty for a release
 * @param build what stands after the plus; empty for nothing
 */
public record SemanticVersion(List<String> core, List<String> prerelease, String build)
        implements Comparable<SemanticVersion> {

    private static final int LONGEST = 200;
    private static final String NUMBER = "(?:0|[1-9][0-9]*)";
    private static final String IDENTIFIER = "(?:" + NUMBER + "|[0-9]*[A-Za-z-][0-9A-Za-z-]*)";
    private static final Pattern FORM = Pattern.compile("(" + NUMBER + ")\\.(" + NUMBER + ")\\.(" + NUMBER + ")"
            + "(?:-(" + IDENTIFIER + "(?:\\." + IDENTIFIER + ")*))?"
            + "(?:\\+([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    public SemanticVersion {
        core = List.copyOf(core);
        prerelease = List.copyOf(prerelease);
    }

    /** The version meant, or nothing if the text is none. */
    public static Optional<SemanticVersion> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String identifiers = matcher.group(4);
        String build = matcher.group(5);
        return Optional.of(new SemanticVersion(
                List.of(matcher.group(1), matcher.group(2), matcher.group(3)),
                identifiers == null ? List.of() : List.of(identifiers.split("\\.")),
                build == null ? "" : build));
    }

    @Override
    public int compareTo(SemanticVersion other) {
        for (int i = 0; i < core.size(); i++) {
            int difference = compareNumbers(core.get(i), other.core.get(i));
            if (difference != 0) {
                return difference;
            }
        }
        if (prerelease.isEmpty() || other.prerelease.isEmpty()) {
            // What comes before a release is older than the release.
            return Boolean.compare(prerelease.isEmpty(), other.prerelease.isEmpty());
        }
        int both = Math.min(prerelease.size(), other.prerelease.size());
        for (int i = 0; i < both; i++) {
            int difference = compareIdentifiers(prerelease.get(i), other.prerelease.get(i));
            if (difference != 0) {
                return difference;
            }
        }
        return Integer.compare(prerelease.size(), other.prerelease.size());
    }

    private static int compareIdentifiers(String one, String other) {
        boolean number = DIGITS.matcher(one).matches();
        if (number != DIGITS.matcher(other).matches()) {
            return number ? -1 : 1;
        }
        return number ? compareNumbers(one, other) : one.compareTo(other);
    }

    /** Without leading zeros, the longer one is the larger one. */
    private static int compareNumbers(String one, String other) {
        return one.length() == other.length() ? one.compareTo(other) : Integer.compare(one.length(), other.length());
    }

    @Override
    public String toString() {
        return String.join(".", core)
                + (prerelease.isEmpty() ? "" : "-" + String.join(".", prerelease))
                + (build.isEmpty() ? "" : "+" + build);
    }
}
