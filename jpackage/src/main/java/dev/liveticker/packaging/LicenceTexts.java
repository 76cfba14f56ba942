package dev.liveticker.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Gathers the terms under which others let their work be shipped: {@code LicenceTexts JARS TEXTS APACHE OUT}. What a
 * jar says itself is taken from it; of those that say nothing, and of what is in one of our files, the texts are in a
 * directory of ours. A list says for each work where its terms are.
 */
final class LicenceTexts {

    /** What the desktop shows too: artifact, name and SPDX expression of each work. */
    private static final String LIST = "dev/liveticker/desktop/settings/licences.txt";

    private static final Pattern TERMS = Pattern.compile(
            "(META-INF/(.*/)?)?(licen[cs]es?|notice|copying|about|third.?party|epl|lgpl|gpl)([-_.][^/]*)?",
            Pattern.CASE_INSENSITIVE);

    /** The typeface's terms lie beside it already. */
    private static final String TYPEFACE = "Inter typeface";

    private static final String TYPEFACE_TERMS = "dev/liveticker/desktop/app/fonts/OFL.txt";

    private static final String APACHE = "Apache-2.0";

    private final Path jars;
    private final Path texts;
    private final Path apache;
    private final Path out;

    private LicenceTexts(Path jars, Path texts, Path apache, Path out) {
        this.jars = jars;
        this.texts = texts;
        this.apache = apache;
        this.out = out;
    }

    static void main(String[] arguments) throws IOException {
        gather(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]), Path.of(arguments[3]));
    }

    /**
     * @param apache the text of the Apache License 2.0, which many have in common with us
     * @throws IOException if there is a work of which nobody has the terms
     */
    static void gather(Path jars, Path texts, Path apache, Path out) throws IOException {
        new LicenceTexts(jars, texts, apache, out).gather();
    }

    private void gather() throws IOException {
        Files.createDirectories(out);
        StringBuilder list = new StringBuilder("""
                Live Ticker is under the Apache License 2.0 (Apache-2.0.txt).
                It contains the work of others, each with its terms and the files that hold them.

                """);
        String works = new String(ofDesktop(LIST), StandardCharsets.UTF_8);
        for (String line : works.lines()
                .filter(each -> each.contains(" | ") && !each.startsWith("#"))
                .toList()) {
            String[] fields = line.split(" \\| ", -1);
            String artifact = fields[0].strip();
            List<String> files = new ArrayList<>(artifact.equals("-") ? List.of() : ofJar(artifact));
            files.addAll(ofOurs(artifact, fields[1].strip(), fields[2].strip()));
            if (files.isEmpty()) {
                throw new IOException("the terms of " + fields[1] + " (" + fields[2] + ") are missing: " + texts
                        + " has to hold them");
            }
            list.append(fields[1].strip())
                    .append(" (")
                    .append(fields[2].strip())
                    .append("): ")
                    .append(String.join(", ", files))
                    .append('\n');
        }
        list.append("\nThe Java runtime brings its own terms: the folder legal in it.\n");
        Files.writeString(out.resolve("LICENCES.txt"), list);
    }

    private byte[] ofDesktop(String name) throws IOException {
        try (Stream<Path> files = Files.list(jars)) {
            for (Path jar : files.filter(LicenceTexts::isJar).sorted().toList()) {
                try (ZipFile zip = new ZipFile(jar.toFile())) {
                    ZipEntry entry = zip.getEntry(name);
                    if (entry != null) {
                        return zip.getInputStream(entry).readAllBytes();
                    }
                }
            }
        }
        throw new IOException("no jar in " + jars + " holds " + name);
    }

    private List<String> ofJar(String artifact) throws IOException {
        List<String> written = new ArrayList<>();
        try (Stream<Path> files = Files.list(jars)) {
            Pattern name = Pattern.compile(Pattern.quote(artifact) + "-\\d.*\\.jar");
            for (Path jar : files.filter(file -> name.matcher(fileName(file)).matches())
                    .sorted()
                    .toList()) {
                try (ZipFile zip = new ZipFile(jar.toFile())) {
                    for (ZipEntry entry : zip.stream()
                            .filter(each -> !each.isDirectory() && isTerms(each.getName()))
                            .sorted((a, b) -> a.getName().compareTo(b.getName()))
                            .toList()) {
                        String file = artifact + "-"
                                + entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                        try (InputStream text = zip.getInputStream(entry)) {
                            Files.write(out.resolve(file), text.readAllBytes());
                        }
                        written.add(file);
                    }
                }
            }
        }
        return written;
    }

    /** The text of ours for this work or for its family, and the one that many have in common. */
    private List<String> ofOurs(String artifact, String name, String licence) throws IOException {
        List<String> written = new ArrayList<>();
        String own = (artifact.equals("-") ? name.toLowerCase(Locale.ROOT).replace(' ', '-') : artifact) + ".txt";
        String family = artifact.replaceAll("-.*", "") + ".txt";
        for (String file : List.of(own, family)) {
            if (written.isEmpty() && Files.isRegularFile(texts.resolve(file))) {
                Files.write(out.resolve(file), Files.readAllBytes(texts.resolve(file)));
                written.add(file);
            }
        }
        if (name.equals(TYPEFACE)) {
            Files.write(out.resolve(own), ofDesktop(TYPEFACE_TERMS));
            written.add(own);
        }
        if (List.of(licence.split(" ", -1)).contains(APACHE)) {
            Files.write(out.resolve(APACHE + ".txt"), Files.readAllBytes(apache));
            written.add(APACHE + ".txt");
        }
        return written;
    }

    private static boolean isTerms(String entry) {
        return TERMS.matcher(entry).matches() && !entry.endsWith(".class");
    }

    private static boolean isJar(Path file) {
        return fileName(file).endsWith(".jar");
    }

    private static String fileName(Path file) {
        return String.valueOf(file.getFileName());
    }
}
