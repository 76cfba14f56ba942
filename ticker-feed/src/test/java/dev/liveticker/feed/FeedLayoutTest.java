package dev.liveticker.feed;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What may know what on the client's side. */
class FeedLayoutTest {

    private static final String FEED = "dev.liveticker.feed";
    private static final String BOOK = "dev.liveticker.book..";
    private static final String OKHTTP = "okhttp3..";
    private static final String TYRUS = "org.glassfish..";
    private static final String WEBSOCKETS = "jakarta.websocket..";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.liveticker");

    @Test
    void packages_below_the_feed_s_own_know_each_other_one_way_only() {
        slices().matching(FEED + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void what_decides_about_the_connection_has_neither_thread_nor_socket_nor_transport() {
        noClasses()
                .that()
                .resideInAPackage(FEED + ".machine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        FEED + ".link..",
                        FEED + ".http..",
                        FEED + ".websocket..",
                        FEED + ".stream..",
                        "java.util.concurrent..",
                        "java.io..",
                        "java.nio..",
                        OKHTTP,
                        TYRUS,
                        WEBSOCKETS)
                .check(CLASSES);
    }

    @Test
    void the_order_of_the_stream_is_nothing_to_transports_nor_they_to_it() {
        noClasses()
                .that()
                .resideInAPackage(FEED + ".stream..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        FEED + ".machine..", FEED + ".link..", FEED + ".http..", FEED + ".websocket..", FEED + ".tls..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage(FEED + ".http..", FEED + ".websocket..", FEED + ".link..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(FEED + ".stream..")
                .check(CLASSES);
    }

    @Test
    void a_library_is_known_where_its_transport_is_and_nowhere_else() {
        noClasses()
                .that()
                .resideOutsideOfPackage(FEED + ".http..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(OKHTTP)
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage(FEED + ".websocket..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(TYRUS, WEBSOCKETS)
                .check(CLASSES);
    }

    @Test
    void trust_and_the_book_know_nothing_of_the_feed() {
        noClasses()
                .that()
                .resideInAPackage(FEED + ".tls..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        FEED, FEED + ".machine..", FEED + ".link..", FEED + ".http..", FEED + ".websocket..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(BOOK)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(FEED + "..")
                .check(CLASSES);
    }
}
