package dev.liveticker.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts a script where jpackage put the launcher of an image for Linux: {@code StartScript IMAGE RUNTIME TIME}. That
 * launcher asks rpm and dpkg at each start which package it is of, to find a library that lies beside it; both read the
 * lists of all packages for it, which takes a sixth of the time until the window is there.
 *
 * <p>The script says to Java what the launcher's configuration does, and gives its place to it. Java's own launcher is
 * in the runtime by the program's name, so that it is what lists of processes tell. Where the kernel gives memory in
 * pages of 2 MB to who asks for them, the script has Java ask: even {@code --version} touches 20,000 small pages for
 * the first time, and the kernel is called for each (decision 17). Elsewhere Java would complain of being asked to.
 * With them it touches all memory ahead that it has got for its heap, and its cache of classes, for which the kernel is
 * called once and not for each page; the heap begins small for that.
 */
final class StartScript {

    private static final String CLASS_PATH = "app.classpath=";
    private static final String MAIN_CLASS = "app.mainclass=";
    private static final String JAVA_OPTION = "java-options=";

    /** By itself the heap of a machine of 24 GB begins with 384 MB, which take longer to be touched than is won. */
    private static final String LARGE_PAGES =
            "-XX:+UseTransparentHugePages -XX:+AlwaysPreTouch -XX:InitialHeapSize=64m";

    /**
     * Where Linux says whether it has transparent huge pages, its choice in brackets (its admin-guide/mm/transhuge).
     */
    private static final Path HUGE_PAGES = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");

    /** What JavaFX would set, and what spares GTK its OpenGL. */
    static final List<Map.Entry<String, String>> WINDOW_SYSTEM = List.of(
            Map.entry("GDK_BACKEND", "x11"), Map.entry("IBUS_ENABLE_SYNC_MODE", "1"), Map.entry("GDK_GL", "disable"));

    /** What spares GTK the way to screen readers, and to settings shared with others, where there is no bus. */
    static final List<Map.Entry<String, String>> WITHOUT_BUS =
            List.of(Map.entry("NO_AT_BRIDGE", "1"), Map.entry("GSETTINGS_BACKEND", "memory"));

    private StartScript() {}

    static void main(String[] arguments) throws IOException {
        Path java = Path.of(arguments[1]).resolve("bin").resolve("java");
        put(Path.of(arguments[0]), java, Instant.parse(arguments[2]), HUGE_PAGES);
    }

    static void put(Path image, Path java, Instant time, Path hugePages) throws IOException {
        Path app = image.resolve("lib/app");
        Path config = configIn(app);
        String name = config.getFileName().toString().replaceFirst("\\.cfg$", "");
        Path script = image.resolve("bin").resolve(name);
        Files.writeString(script, of(name, Files.readAllLines(config), hugePages));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path named = image.resolve("lib/runtime/bin").resolve(name);
        Files.createDirectories(named.getParent());
        Files.copy(java, named, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        Files.delete(config);
        Files.deleteIfExists(image.resolve("lib/libapplauncher.so"));
        Directories.stamp(image, time);
    }

    /** The launcher's own: the one file of its kind in the directory of jars. */
    static Path configIn(Path app) throws IOException {
        try (Stream<Path> files = Files.list(app)) {
            return files.filter(file -> file.toString().endsWith(".cfg"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no launcher's configuration in " + app));
        }
    }

    /**
     * The script.
     *
     * @param config the lines of the launcher's configuration
     * @param hugePages the file in which the kernel says whether it has large pages
     * @throws IllegalArgumentException if there is something in it that the script would not do
     */
    static String of(String name, List<String> config, Path hugePages) {
        config.stream()
                .filter(line -> line.contains("=") && !line.matches("(app\\.(classpath|mainclass)|java-options)=.*"))
                .findFirst()
                .ifPresent(line -> {
                    throw new IllegalArgumentException("what is to be done with " + line + "?");
                });
        String options = values(config, JAVA_OPTION)
                .map(option -> "  " + quoted(option) + " \\\n")
                .collect(Collectors.joining());
        String classPath = values(config, CLASS_PATH).collect(Collectors.joining(":"));
        String mainClass = values(config, MAIN_CLASS).collect(Collectors.joining());
        return """
                #!/bin/sh
                program=$(readlink -f "$0")
                image=${program%%/bin/*}
                app=$image/lib/app
                # Options for somebody's own Java programs are none for this one.
                unset JDK_JAVA_OPTIONS
                pages=
                { read -r known < %s; } 2> /dev/null || known='[never]'
                case $known in
                  *'[never]'*) ;;
                  *) pages='%s' ;;
                esac
                # What JavaFX would set and what GTK need not look for: see NativeEnvironment, which has less to do then.
                added=
                add() {
                  eval "test -n \\"\\${$1+set}\\"" || { export "$1=$2"; added="$added $1"; }
                }
                %s[ -n "$AT_SPI_BUS_ADDRESS$DBUS_SESSION_BUS_ADDRESS" ] || [ -e "$XDG_RUNTIME_DIR/bus" ] || {
                %s}
                export LIVE_TICKER_ADDED="$added"
                exec "$image/lib/runtime/bin/%s" $pages \\
                %s  -classpath %s \\
                  %s "$@"
                """.formatted(
                        quoted(hugePages.toString()),
                        LARGE_PAGES,
                        additions(WINDOW_SYSTEM),
                        additions(WITHOUT_BUS),
                        name,
                        options,
                        quoted(classPath),
                        mainClass);
    }

    private static String additions(List<Map.Entry<String, String>> variables) {
        return variables.stream()
                .map(variable -> "add " + variable.getKey() + ' ' + variable.getValue() + '\n')
                .collect(Collectors.joining());
    }

    private static Stream<String> values(List<String> config, String key) {
        return config.stream().filter(line -> line.startsWith(key)).map(line -> line.substring(key.length()));
    }

    /** As one word of the shell's, in which nothing but the application's directory has a meaning. */
    private static String quoted(String text) {
        if (text.matches(".*[`\"\\\\\n].*") || text.replace("$APPDIR", "").contains("$")) {
            throw new IllegalArgumentException("a shell would not take this as it is: " + text);
        }
        return '"' + text.replace("$APPDIR", "$app") + '"';
    }
}
