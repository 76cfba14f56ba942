package dev.liveticker.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whose work is shipped is named: neither more nor fewer than there are. */
class LicencesTest {

    private static final Pattern JAR = Pattern.compile("(.+?)-\\d.*\\.jar");
    private static final Pattern DEPENDENCY = Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(.*?)</artifactId>");
    private static final List<String> MODULES =
            List.of("shared-model", "ticker-feed", "ticker-server", "ticker-desktop");

    /** On the class path of tests alone. */
    private static final Set<String> OF_TESTS = Set.of(
            "apiguardian-api",
            "archunit",
            "assertj-core",
            "awaitility",
            "byte-buddy",
            "commons-math3",
            "hamcrest",
            "okhttp-tls",
            "opentest4j",
            "org.osgi.core",
            "ta4j-core",
            "testfx-core",
            "testfx-junit5");

    private final Set<String> named = Licences.all().stream()
            .map(Licences.Licence::artifact)
            .filter(artifact -> !artifact.equals("-"))
            .collect(Collectors.toCollection(TreeSet::new));

    @Test
    void every_library_on_the_class_path_is_named_and_none_that_is_not() {
        Set<String> shipped = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> JAR.matcher(Path.of(entry).getFileName().toString()))
                .filter(Matcher::matches)
                .map(jar -> jar.group(1))
                .filter(artifact -> !OF_TESTS.contains(artifact))
                .filter(artifact -> !artifact.startsWith("junit-") && !artifact.startsWith("jqwik"))
                .filter(artifact -> !artifact.startsWith("surefire") && !MODULES.contains(artifact))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).isEqualTo(shipped);
    }

    @Test
    void every_dependency_of_the_build_is_named() throws IOException {
        for (String module : MODULES) {
            String pom = Files.readString(Path.of("..", module, "pom.xml"));
            Set<String> dependencies = DEPENDENCY
                    .matcher(pom)
                    .results()
                    .map(MatchResult::group)
                    .filter(each -> !each.contains("<scope>test</scope>") && !each.contains("dev.liveticker"))
                    .map(each -> ARTIFACT.matcher(each)
                            .results()
                            .findFirst()
                            .orElseThrow()
                            .group(1))
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(dependencies)
                    .as(module)
                    .isNotEmpty()
                    .allSatisfy(each -> assertThat(named).anyMatch(artifact -> artifact.startsWith(each)));
        }
    }

    @Test
    void each_has_a_name_and_terms() {
        assertThat(Licences.all()).allSatisfy(each -> {
            assertThat(each.name()).isNotBlank();
            assertThat(each.licence()).matches("[A-Za-z0-9. -]+");
        });
    }
}
