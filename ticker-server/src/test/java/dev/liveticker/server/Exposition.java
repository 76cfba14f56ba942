package dev.liveticker.server;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text format of Prometheus, version 0.0.4, and nothing that is not it: metrics whole and in one piece, each
 * with help and type before its samples, no series twice, histograms that add up.
 */
final class Exposition {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
    private static final Pattern META = Pattern.compile("# (HELP|TYPE) (" + NAME + ") (.*)");
    private static final Pattern SAMPLE = Pattern.compile("(" + NAME + ")(?:\\{(.*)})? (\\S+)( -?[0-9]+)?");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\n]|\\\\[\\\\\"n])*)\"(,|$)");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?Inf|NaN|[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final Set<String> TYPES = Set.of("counter", "gauge", "histogram", "summary", "untyped");

    record Sample(String name, Map<String, String> labels, double value) {}

    /** A metric: in a histogram or summary its samples have other names than it. */
    record Family(String name, String type, String help, List<Sample> samples) {}

    private final Map<String, Family> families = new LinkedHashMap<>();
    private final Set<String> closed = new HashSet<>();
    private final Set<String> series = new HashSet<>();
    private String name = "";
    private String help = "";
    private String type = "";
    private List<Sample> samples = new ArrayList<>();

    private Exposition() {}

    static Exposition parse(String text) {
        check(text.endsWith("\n"), "no line feed at the end");
        Exposition exposition = new Exposition();
        for (String line : text.substring(0, text.length() - 1).split("\n", -1)) {
            exposition.line(line);
        }
        exposition.close();
        return exposition;
    }

    private static void check(boolean right, String what) {
        if (!right) {
            throw new AssertionError(what);
        }
    }

    private void line(String line) {
        check(!line.contains("\r"), "a carriage return");
        if (line.startsWith("#")) {
            Matcher meta = META.matcher(line);
            check(meta.matches(), "neither help nor type: " + line);
            meta(meta.group(1), meta.group(2), meta.group(3));
        } else if (!line.isEmpty()) {
            sample(line);
        }
    }

    private void meta(String kind, String of, String what) {
        if (!of.equals(name)) {
            close();
            check(closed.add(of), "in two pieces: " + of);
            name = of;
        }
        check(samples.isEmpty(), kind + " after samples: " + of);
        if (kind.equals("HELP")) {
            check(help.isEmpty() && !what.isBlank(), "help twice or none: " + of);
            check(what.replaceAll("\\\\[\\\\n]", "").indexOf('\\') < 0, "a wrong escape: " + what);
            help = what;
        } else {
            check(type.isEmpty() && TYPES.contains(what), "type twice or unknown: " + of + " " + what);
            type = what;
        }
    }

    private void sample(String line) {
        Matcher parts = SAMPLE.matcher(line);
        check(parts.matches(), "no sample: " + line);
        check(!help.isEmpty() && !type.isEmpty(), "a sample without help or type: " + line);
        check(NUMBER.matcher(parts.group(3)).matches(), "no number: " + line);
        Map<String, String> labels = labels(parts.group(2) == null ? "" : parts.group(2), line);
        check(belongs(parts.group(1)), "a sample of another metric: " + line);
        check(series.add(parts.group(1) + labels), "a series twice: " + line);
        samples.add(new Sample(parts.group(1), labels, number(parts.group(3))));
    }

    private boolean belongs(String sample) {
        return switch (type) {
            case "histogram" ->
                sample.equals(name + "_bucket") || sample.equals(name + "_sum") || sample.equals(name + "_count");
            case "summary" -> sample.equals(name) || sample.equals(name + "_sum") || sample.equals(name + "_count");
            default -> sample.equals(name);
        };
    }

    private static Map<String, String> labels(String text, String line) {
        Map<String, String> labels = new TreeMap<>();
        Matcher label = LABEL.matcher(text);
        int at = 0;
        while (at < text.length()) {
            check(label.region(at, text.length()).lookingAt(), "no label: " + line);
            String value =
                    label.group(2).replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\");
            check(labels.put(label.group(1), value) == null, "a label twice: " + line);
            at = label.end();
        }
        return labels;
    }

    static double number(String text) {
        return switch (text) {
            case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private void close() {
        if (name.isEmpty()) {
            return;
        }
        check(!samples.isEmpty(), "no samples: " + name);
        switch (type) {
            case "counter" -> {
                check(name.endsWith("_total"), "a counter is a total: " + name);
                check(samples.stream().allMatch(sample -> sample.value() >= 0), "a negative counter: " + name);
            }
            case "histogram" -> histogram();
            default -> {}
        }
        families.put(name, new Family(name, type, help, List.copyOf(samples)));
        name = "";
        help = "";
        type = "";
        samples = new ArrayList<>();
    }

    private void histogram() {
        Map<Map<String, String>, TreeMap<Double, Double>> buckets = new LinkedHashMap<>();
        Map<Map<String, String>, Double> counts = new LinkedHashMap<>();
        Set<Map<String, String>> sums = new HashSet<>();
        for (Sample sample : samples) {
            Map<String, String> labels = new TreeMap<>(sample.labels());
            String le = labels.remove("le");
            if (sample.name().endsWith("_bucket")) {
                check(le != null, "a bucket without an end: " + name);
                buckets.computeIfAbsent(labels, _ -> new TreeMap<>()).put(number(le), sample.value());
            } else if (sample.name().endsWith("_count")) {
                counts.put(labels, sample.value());
            } else {
                sums.add(labels);
            }
        }
        check(buckets.keySet().equals(counts.keySet()) && sums.equals(counts.keySet()), "not whole: " + name);
        buckets.forEach((labels, all) -> {
            double before = 0;
            for (double count : all.values()) {
                check(count >= before, "buckets do not add up: " + name);
                before = count;
            }
            check(all.lastKey() == Double.POSITIVE_INFINITY, "no last bucket: " + name);
            check(all.lastEntry().getValue().equals(counts.get(labels)), "buckets and count differ: " + name);
        });
    }

    Map<String, Family> families() {
        return families;
    }

    /** The samples of one name with these labels at least, given as names and values in turn. */
    List<Sample> samples(String sample, String... labels) {
        return families.values().stream()
                .flatMap(family -> family.samples().stream())
                .filter(each -> each.name().equals(sample))
                .filter(each -> {
                    for (int i = 0; i < labels.length; i += 2) {
                        if (!labels[i + 1].equals(each.labels().get(labels[i]))) {
                            return false;
                        }
                    }
                    return true;
                })
                .toList();
    }

    /** The sum of those samples, of which there must be one at least. */
    double value(String sample, String... labels) {
        List<Sample> found = samples(sample, labels);
        check(!found.isEmpty(), "no sample " + sample + List.of(labels));
        return found.stream().mapToDouble(Sample::value).sum();
    }
}
