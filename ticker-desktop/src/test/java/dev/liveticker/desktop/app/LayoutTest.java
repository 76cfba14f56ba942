package dev.liveticker.desktop.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.Configurator;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The layout of the desktop: what may know what. */
class LayoutTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.liveticker");

    private static final String[] FEATURES = {
        "watchlist",
        "chart",
        "connection",
        "settings",
        "trust",
        "outage",
        "alert",
        "trade",
        "portfolio",
        "tape",
        "command",
        "log",
        "hint",
        "update",
        "opening"
    };

    @Test
    void features_do_not_know_each_other() {
        for (String feature : FEATURES) {
            for (String other : FEATURES) {
                if (!feature.equals(other)) {
                    noClasses()
                            .that()
                            .resideInAPackage("..desktop." + feature + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage("..desktop." + other + "..")
                            .check(CLASSES);
                }
            }
        }
    }

    @Test
    void only_app_sees_all() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..desktop.app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..desktop.app..")
                .check(CLASSES);
    }

    @Test
    void feed_and_book_and_what_the_desktop_shares_know_no_toolkit() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.liveticker.feed..",
                        "dev.liveticker.book..",
                        "dev.liveticker.model..",
                        "dev.liveticker.message..",
                        "..desktop.text..",
                        "..desktop.instrument..",
                        "..desktop.indicator..",
                        "..desktop.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..")
                .check(CLASSES);
    }

    @Test
    void view_models_know_no_nodes() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .or()
                .haveSimpleName("Workbench")
                .or()
                .haveSimpleName("Features")
                .or()
                .haveSimpleName("QuoteFlow")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application..", "org.controlsfx..")
                .check(CLASSES);
    }

    @Test
    void only_the_backend_knows_the_server() {
        noClasses()
                .that()
                .resideInAPackage("..desktop..")
                .and()
                .haveNameNotMatching(".*\\.LiveBackend(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.liveticker.server..")
                .check(CLASSES);
    }

    @Test
    void nobody_posts_to_the_toolkit_message_by_message() {
        noClasses()
                .that()
                .resideInAPackage("..desktop..")
                .and()
                .resideOutsideOfPackage("..desktop.app..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javafx.application.Platform")
                .check(CLASSES);
    }

    @Test
    void packages_form_no_circle() {
        slices().matching("dev.liveticker.desktop.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void views_are_not_public_further_than_the_app_needs() {
        classes()
                .that()
                .resideInAPackage("..desktop.app..")
                .and()
                .doNotHaveSimpleName("Main")
                .and()
                // Made by Logback, which wants it so.
                .doNotImplement(Configurator.class)
                .and()
                .areTopLevelClasses()
                .should()
                .notBePublic()
                .check(CLASSES);
    }

    @Test
    void the_picture_of_the_architecture_shows_what_there_is() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "architecture.md"));
        Map<String, JavaClass> boxes = new HashMap<>();
        for (MatchResult box : found("(\\w+)\\[\"([\\w.]+)\"]", page)) {
            boxes.put(box.group(1), CLASSES.get("dev.liveticker." + box.group(2)));
        }
        List<MatchResult> arrows = found("(\\w+)(?:\\[\"[\\w.]+\"])? --> (\\w+)", page);

        assertThat(boxes).hasSizeGreaterThan(20);
        assertThat(arrows).hasSizeGreaterThan(20).allSatisfy(arrow -> {
            JavaClass from = boxes.get(arrow.group(1));
            JavaClass to = boxes.get(arrow.group(2));
            assertThat(dependsOn(from, to) || dependsOn(to, from))
                    .as(arrow.group())
                    .isTrue();
        });
    }

    private static boolean dependsOn(JavaClass one, JavaClass other) {
        return one.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> dependency.getTargetClass().equals(other));
    }

    private static List<MatchResult> found(String regex, String text) {
        return Pattern.compile(regex).matcher(text).results().toList();
    }
}
