package dev.liveticker.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With a shell, and in Java's place a script that says what it is called with. */
@EnabledOnOs(OS.LINUX)
class StartScriptTest {

    private static final List<String> CONFIG = List.of(
            "[Application]",
            "app.classpath=$APPDIR/main.jar",
            "app.classpath=$APPDIR/ape.jar",
            "app.mainclass=some.Main",
            "",
            "[JavaOptions]",
            "java-options=-XX:AOTCache=$APPDIR/app.aot",
            "java-options=-Xlog:aot*=off,cds*=off");

    private static final Set<String> WINDOW_SYSTEM = Set.of(
            "GDK_BACKEND",
            "IBUS_ENABLE_SYNC_MODE",
            "GDK_GL",
            "NO_AT_BRIDGE",
            "GSETTINGS_BACKEND",
            "AT_SPI_BUS_ADDRESS",
            "DBUS_SESSION_BUS_ADDRESS",
            "XDG_RUNTIME_DIR");

    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    private Path scratch;

    private final Map<String, String> environment = new HashMap<>();
    private Path image;
    private Path pages;

    @BeforeEach
    void image() throws IOException {
        image = scratch.resolve("a folder's $name");
        Path java = scratch.resolve("runtime/bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(
                java,
                "#!/bin/sh\nenv > \"$HEARD\"\necho \"$JDK_JAVA_OPTIONS\"\nfor each; do echo \"<$each>\"; done\nexit 7\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(image.resolve("bin"));
        Files.createDirectories(image.resolve("lib/app"));
        Files.write(image.resolve("lib/app/ticker.cfg"), CONFIG);
        Files.writeString(image.resolve("bin/ticker"), "jpackage's");
        Files.writeString(image.resolve("lib/libapplauncher.so"), "jpackage's");
        pages = scratch.resolve("pages");
        Files.writeString(pages, "always madvise [never]\n");
        StartScript.put(image, java, TIME, pages);
    }

    @Test
    void says_to_java_what_the_launcher_would_wherever_the_image_is() throws Exception {
        Path link = Files.createSymbolicLink(scratch.resolve("linked"), image.resolve("bin/ticker"));

        List<String> said = run(link, "a file; with $HOME", "*", "", "@all");

        Path app = image.toRealPath().resolve("lib/app");
        assertThat(said)
                .containsExactly(
                        "",
                        "<-XX:AOTCache=" + app + "/app.aot>",
                        "<-Xlog:aot*=off,cds*=off>",
                        "<-classpath>",
                        "<" + app + "/main.jar:" + app + "/ape.jar>",
                        "<some.Main>",
                        "<a file; with $HOME>",
                        "<*>",
                        "<>",
                        "<@all>");
    }

    @Test
    void has_the_window_system_find_its_variables_and_names_those_that_are_new() throws Exception {
        run(image.resolve("bin/ticker"));

        assertThat(heard())
                .contains(
                        "GDK_BACKEND=x11",
                        "IBUS_ENABLE_SYNC_MODE=1",
                        "GDK_GL=disable",
                        "NO_AT_BRIDGE=1",
                        "GSETTINGS_BACKEND=memory",
                        "LIVE_TICKER_ADDED= GDK_BACKEND IBUS_ENABLE_SYNC_MODE GDK_GL NO_AT_BRIDGE GSETTINGS_BACKEND");
    }

    @Test
    void leaves_the_users_own_choice_and_the_way_to_a_screen_reader() throws Exception {
        environment.put("GDK_GL", "it's \"$mine\"");
        environment.put("DBUS_SESSION_BUS_ADDRESS", "unix:path=/run/user/1000/bus");

        run(image.resolve("bin/ticker"));

        assertThat(heard())
                .contains("GDK_GL=it's \"$mine\"", "LIVE_TICKER_ADDED= GDK_BACKEND IBUS_ENABLE_SYNC_MODE")
                .noneMatch(line -> line.startsWith("NO_AT_BRIDGE") || line.startsWith("GSETTINGS_BACKEND"));
    }

    @Test
    void finds_the_bus_in_the_users_directory() throws Exception {
        Files.createFile(scratch.resolve("bus"));
        environment.put("XDG_RUNTIME_DIR", scratch.toString());

        run(image.resolve("bin/ticker"));

        assertThat(heard()).noneMatch(line -> line.startsWith("NO_AT_BRIDGE") || line.startsWith("GSETTINGS_BACKEND"));
    }

    @Test
    void has_java_ask_for_large_pages_where_the_kernel_has_some() throws Exception {
        Path script = image.resolve("bin/ticker");
        for (String choice : List.of("always [madvise] never\n", "[always] madvise never\n")) {
            Files.writeString(pages, choice);
            assertThat(run(script))
                    .startsWith(
                            "",
                            "<-XX:+UseTransparentHugePages>",
                            "<-XX:+AlwaysPreTouch>",
                            "<-XX:InitialHeapSize=64m>",
                            "<-XX:AOTCache=" + image.toRealPath() + "/lib/app/app.aot>");
        }
        Files.delete(pages);
        assertThat(run(script)).hasSize(6).doesNotContain("<-XX:+UseTransparentHugePages>");
    }

    @Test
    void nothing_of_the_launcher_is_left_and_all_has_the_time_of_the_build() throws IOException {
        assertThat(image.resolve("lib/app/ticker.cfg")).doesNotExist();
        assertThat(image.resolve("lib/libapplauncher.so")).doesNotExist();
        for (String file : List.of("bin/ticker", "bin", "lib", "lib/app", "lib/runtime/bin/ticker")) {
            assertThat(Files.getLastModifiedTime(image.resolve(file)).toInstant())
                    .as(file)
                    .isEqualTo(TIME);
        }
    }

    @Test
    void what_a_shell_would_take_otherwise_is_refused() {
        for (String option : List.of("-Da=$HOME", "-Da=`id`", "-Da=\"b\"", "-Da=b\\c")) {
            assertThatThrownBy(() -> StartScript.of("ticker", List.of("java-options=" + option), pages))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(option);
        }
    }

    @Test
    void so_is_what_only_jpackages_launcher_would_do() {
        assertThatThrownBy(() -> StartScript.of("ticker", List.of("app.splash=picture.png"), pages))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("app.splash");
    }

    private List<String> heard() throws IOException {
        return Files.readAllLines(scratch.resolve("heard"));
    }

    private List<String> run(Path script, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(script.toString()).redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        builder.environment().keySet().removeAll(WINDOW_SYSTEM);
        builder.environment().put("JDK_JAVA_OPTIONS", "-Dof=others");
        builder.environment().put("HEARD", scratch.resolve("heard").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        List<String> said = process.inputReader().readAllLines();
        assertThat(process.waitFor()).isEqualTo(7);
        return said;
    }
}
