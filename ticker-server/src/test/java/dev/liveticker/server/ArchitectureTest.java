package dev.liveticker.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** Dependencies run one way: market, hub, transports; only the root package, which puts them together, sees all. */
class ArchitectureTest {

    private static final String ROOT = "dev.liveticker.server";
    private static final String MARKET = ROOT + ".market..";
    private static final String VENUE = ROOT + ".venue..";
    private static final String HISTORY = ROOT + ".history..";
    private static final String HUB = ROOT + ".hub..";
    private static final String ARCHIVE = ROOT + ".archive..";
    private static final String DATA = ROOT + ".data..";
    private static final String ACCESS = ROOT + ".access..";
    private static final String TRANSPORTS = ROOT + ".transport..";

    private static final JavaClasses SERVER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void the_market_knows_nothing_of_who_listens() {
        holds(noClasses()
                .that()
                .resideInAPackage(MARKET)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT, HISTORY, HUB, TRANSPORTS));
    }

    @Test
    void history_knows_nothing_of_who_asks() {
        holds(noClasses()
                .that()
                .resideInAPackage(HISTORY)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT, MARKET, HUB, ARCHIVE, DATA, TRANSPORTS));
    }

    @Test
    void the_archive_knows_history_and_files_but_neither_hub_nor_market_nor_who_asks() {
        holds(noClasses()
                .that()
                .resideInAPackage(ARCHIVE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT, MARKET, HUB, TRANSPORTS, ROOT + ".alert..", "io.undertow..", "tools.jackson.."));
    }

    @Test
    void the_data_directory_knows_nothing_of_what_is_in_it_and_alone_how_sqlite_is_opened() {
        holds(noClasses()
                .that()
                .resideInAPackage(DATA)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT, MARKET, HISTORY, HUB, ARCHIVE, TRANSPORTS, "dev.liveticker.model.."));
        holds(noClasses()
                .that()
                .resideOutsideOfPackage(DATA)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.sqlite.."));
    }

    @Test
    void the_hub_knows_nothing_of_transports_http_json_or_redis() {
        holds(noClasses()
                .that()
                .resideInAPackage(HUB)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT,
                        MARKET,
                        ARCHIVE,
                        DATA,
                        TRANSPORTS,
                        "io.undertow..",
                        "org.xnio..",
                        "java.net..",
                        "tools.jackson..",
                        "com.fasterxml.jackson..",
                        "io.lettuce.."));
    }

    @Test
    void access_knows_nothing_of_what_it_guards_and_alone_knows_how_tokens_are_made() {
        holds(noClasses()
                .that()
                .resideInAPackage(ACCESS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT, MARKET, HISTORY, HUB, TRANSPORTS, "io.undertow.."));
        holds(noClasses()
                .that()
                .resideOutsideOfPackage(ACCESS)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.nimbusds.."));
    }

    @Test
    void transports_know_nothing_of_the_market() {
        holds(noClasses()
                .that()
                .resideInAPackage(TRANSPORTS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT, MARKET));
    }

    @Test
    void the_board_is_files_and_knows_nothing_of_what_they_show() {
        holds(noClasses()
                .that()
                .resideInAPackage(ROOT + ".transport.board..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        HUB, HISTORY, ACCESS, ROOT + ".alert..", "tools.jackson..", "dev.liveticker.message.."));
    }

    @Test
    void only_alpacas_protocol_knows_message_pack() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".transport.alpaca..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.msgpack.."));
    }

    @Test
    void alerts_know_the_hub_but_neither_transports_nor_the_market() {
        holds(noClasses()
                .that()
                .resideInAPackage(ROOT + ".alert..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT, MARKET, TRANSPORTS, "io.undertow..", "tools.jackson.."));
    }

    @Test
    void the_cluster_knows_nothing_of_what_its_entries_mean_and_alone_knows_redis() {
        holds(noClasses()
                .that()
                .resideInAPackage(ROOT + ".cluster..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT, MARKET, HISTORY, HUB, ARCHIVE, TRANSPORTS, ROOT + ".alert..", "io.undertow.."));
        holds(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".cluster..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.lettuce.."));
    }

    @Test
    void transports_know_of_the_cluster_only_whom_to_ask_and_how_the_node_stands() {
        holds(noClasses()
                .that()
                .resideInAPackage(TRANSPORTS)
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + ".cluster..")
                        .and(not(nameMatching(ROOT + "\\.cluster\\.(Peers|Standing(\\$.*)?)")))));
    }

    @Test
    void what_a_server_is_as_a_node_knows_nothing_of_who_connects_or_of_files() {
        holds(noClasses()
                .that()
                .resideInAPackage(ROOT + ".node..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT, TRANSPORTS, ARCHIVE, DATA, ROOT + ".fault..", "io.undertow.."));
        holds(noClasses()
                .that()
                .resideInAnyPackage(MARKET, HISTORY, HUB, ROOT + ".alert..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".node..", ROOT + ".cluster.."));
    }

    @Test
    void packed_bytes_know_nothing_of_what_is_in_them() {
        holds(noClasses()
                .that()
                .resideInAPackage(ROOT + ".packed..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT,
                        MARKET,
                        HISTORY,
                        HUB,
                        TRANSPORTS,
                        ROOT + ".alert..",
                        ROOT + ".node..",
                        ROOT + ".cluster.."));
    }

    @Test
    void recordings_know_the_market_and_nothing_of_who_listens() {
        holds(noClasses()
                .that()
                .resideInAPackage(ROOT + ".recording..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT, HISTORY, HUB, ACCESS, TRANSPORTS, ROOT + ".alert..", ROOT + ".cli.."));
        holds(noClasses()
                .that()
                .resideInAnyPackage(MARKET, HUB, TRANSPORTS)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".recording.."));
    }

    @Test
    void a_venue_is_a_market_and_knows_nothing_of_who_listens() {
        holds(noClasses()
                .that()
                .resideInAPackage(VENUE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT, HISTORY, HUB, ACCESS, TRANSPORTS, "io.undertow..", "dev.liveticker.book.."));
    }

    @Test
    void the_simulated_market_knows_nothing_of_real_ones() {
        holds(noClasses()
                .that()
                .resideInAPackage(MARKET)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(VENUE));
    }

    @Test
    void faults_know_market_and_hub_but_neither_how_they_are_asked_for_nor_alerts() {
        holds(noClasses()
                .that()
                .resideInAPackage(ROOT + ".fault..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT,
                        TRANSPORTS,
                        HISTORY,
                        ACCESS,
                        ROOT + ".alert..",
                        "io.undertow..",
                        "tools.jackson..",
                        "com.fasterxml.jackson.."));
        holds(noClasses()
                .that()
                .resideInAnyPackage(MARKET, HUB, HISTORY, ROOT + ".alert..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".fault.."));
    }

    @Test
    void meters_are_put_up_in_one_place_and_nobody_who_counts_knows_of_them() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".metric..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micrometer..", "io.prometheus.."));
        holds(noClasses()
                .that()
                .resideOutsideOfPackages(ROOT, ROOT + ".metric..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".metric.."));
    }

    @Test
    void packages_depend_on_each_other_in_no_circle() {
        holds(slices().matching(ROOT + ".(**)").should().beFreeOfCycles());
    }

    @Test
    void a_class_is_named_for_what_it_is_in_the_field() {
        holds(classes()
                .that()
                .resideInAPackage(ROOT + "..")
                .should()
                .haveNameNotMatching(".*(Impl|Util|Utils|Helper|Manager)"));
    }

    private static void holds(ArchRule rule) {
        rule.allowEmptyShould(true).check(SERVER);
    }
}
