package dev.liveticker.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A package too large to be seen at a glance says in its {@code package-info} where what is, and leaves no class out.
 */
class PackageMapTest {

    private static final Path SOURCES = Path.of("src/main/java/dev/liveticker/desktop");
    private static final String INFO = "package-info.java";
    private static final int AT_A_GLANCE = 40;
    private static final Pattern LINK = Pattern.compile("\\{@link\\s+(\\w+)[^}]*}");

    private static Stream<Path> packages() throws IOException {
        try (Stream<Path> all = Files.walk(SOURCES)) {
            List<Path> mapped = all.filter(Files::isDirectory)
                    .filter(folder -> Files.exists(folder.resolve(INFO)))
                    .filter(folder -> hasMap(folder) || isTooLarge(folder))
                    .toList();
            return mapped.stream();
        }
    }

    private static String info(Path folder) {
        try {
            return Files.readString(folder.resolve(INFO));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTooLarge(Path folder) {
        return classes(folder).size() > AT_A_GLANCE;
    }

    private static boolean hasMap(Path folder) {
        return info(folder).contains("<ul>");
    }

    private static Set<String> classes(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java") && !name.equals(INFO))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("packages")
    void a_large_package_s_map_names_each_of_its_classes_and_nothing_else(Path folder) {
        Set<String> named = LINK.matcher(info(folder).replaceAll("\\R \\* +", " "))
                .results()
                .map((MatchResult link) -> link.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).containsExactlyElementsOf(classes(folder));
    }
}
