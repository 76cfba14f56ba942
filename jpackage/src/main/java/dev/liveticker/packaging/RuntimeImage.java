package dev.liveticker.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Makes the Java runtime that is shipped, of no more than is needed: {@code RuntimeImage JARS JAVAFX OUT MODULE...},
 * which is what jdeps finds that the jars use, JavaFX, and those modules, which are used by their names only.
 *
 * <p>JavaFX's native libraries lie beside the runtime's own. Left in its jars, every start would compare them with
 * copies in the person's home, and make those the first time.
 */
final class RuntimeImage {

    private RuntimeImage() {}

    static void main(String[] arguments) throws IOException {
        Path jars = Path.of(arguments[0]);
        Path javaFx = Path.of(arguments[1]);
        Path modular = Path.of(arguments[2]).resolveSibling("jmods");
        Files.createDirectories(modular);
        for (Path jar : jarsIn(javaFx)) {
            NativeModule.of(jar, modular);
        }
        Set<String> modules = needed(jars, javaFx);
        modules.addAll(Arrays.asList(arguments).subList(3, arguments.length));
        System.out.println("The runtime: " + String.join(", ", modules));
        // Not every machine has a Java this new on its path: whoever tries the result finds it there.
        Files.writeString(Path.of(arguments[2]).resolveSibling("jdk"), System.getProperty("java.home"));
        DevelopmentKit.run(
                "jlink",
                List.of(
                        "--module-path",
                        modular.toString(),
                        "--add-modules",
                        String.join(",", modules),
                        "--output",
                        arguments[2],
                        "--strip-debug",
                        "--no-header-files",
                        "--no-man-pages",
                        "--compress=zip-6"));
        Authorities.main(new String[] {arguments[2]});
    }

    private static List<Path> jarsIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    /** What the jars use of the JDK and of JavaFX; what they could use of libraries that are not there counts not. */
    private static Set<String> needed(Path jars, Path javaFx) throws IOException {
        Path classes = Files.createTempDirectory("live-ticker-classes");
        try {
            for (Path jar : jarsIn(jars)) {
                unpack(jar, classes);
            }
            String modules = DevelopmentKit.run(
                    "jdeps",
                    List.of(
                            "--ignore-missing-deps",
                            "--print-module-deps",
                            "--module-path",
                            javaFx.toString(),
                            classes.toString()));
            return new TreeSet<>(List.of(modules.strip().split(",", -1)));
        } finally {
            Directories.delete(classes);
        }
    }

    /**
     * Lays the classes of a jar out as Java sees them on a class path: those for its version, and no modules. Where
     * jdeps sees a module it wants all that it requires to be modules too, which hardly anything is.
     */
    private static void unpack(Path jar, Path into) throws IOException {
        try (JarFile file = new JarFile(jar.toFile(), false, ZipFile.OPEN_READ, Runtime.version())) {
            for (JarEntry entry : file.versionedStream().toList()) {
                String name = entry.getName();
                if (name.endsWith(".class") && !name.endsWith("module-info.class")) {
                    Path target = into.resolve(name).normalize();
                    Files.createDirectories(target.resolveSibling("."));
                    try (InputStream classFile = file.getInputStream(entry)) {
                        Files.copy(classFile, target, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
    }
}
