package dev.liveticker.desktop.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
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
                        "..desktop.indicator..")
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
                .areTopLevelClasses()
                .should()
                .notBePublic()
                .check(CLASSES);
    }
}
