package dev.liveticker.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * A module that brings native libraries, as jlink wants it: a jmod, of which it puts the libraries where the runtime
 * looks for them.
 */
final class NativeModule {

    private static final Pattern LIBRARY = Pattern.compile("[^/]+\\.(so|dll|dylib)");

    private NativeModule() {}

    /**
     * Makes a jmod of a modular jar.
     *
     * @param jar with the libraries at its root, if it has any
     * @param into directory of the jmod, which has the jar's name
     */
    static void of(Path jar, Path into) throws IOException {
        Path parts = Files.createTempDirectory("live-ticker-module");
        try {
            Path classes = Files.createDirectory(parts.resolve("classes"));
            Path libraries = Files.createDirectory(parts.resolve("libraries"));
            try (JarFile file = new JarFile(jar.toFile())) {
                for (JarEntry entry : file.stream().toList()) {
                    if (!entry.isDirectory()) {
                        boolean library = LIBRARY.matcher(entry.getName()).matches();
                        copy(file, entry, library ? libraries : classes);
                    }
                }
            }
            String name = jar.getFileName().toString().replaceFirst("\\.jar$", ".jmod");
            DevelopmentKit.run(
                    "jmod",
                    List.of(
                            "create",
                            "--class-path",
                            classes.toString(),
                            "--libs",
                            libraries.toString(),
                            into.resolve(name).toString()));
        } finally {
            Directories.delete(parts);
        }
    }

    private static void copy(JarFile jar, JarEntry entry, Path into) throws IOException {
        Path target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
            throw new IOException(jar.getName() + " has an entry outside of itself: " + entry.getName());
        }
        Files.createDirectories(target.resolveSibling("."));
        try (InputStream content = jar.getInputStream(entry)) {
            Files.copy(content, target);
        }
    }
}
