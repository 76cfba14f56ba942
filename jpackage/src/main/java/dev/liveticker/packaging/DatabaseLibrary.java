package dev.liveticker.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Puts SQLite's native library beside the jars: {@code DatabaseLibrary DIRECTORY}. The driver, told of the directory,
 * need not lay a copy into the system's folder of temporary files at every start, which is in the way of the first
 * price and is not allowed everywhere.
 */
final class DatabaseLibrary {

    private DatabaseLibrary() {}

    static void main(String[] arguments) throws IOException {
        String name = LibraryLoaderUtil.getNativeLibName();
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + '/' + name;
        try (InputStream library = LibraryLoaderUtil.class.getResourceAsStream(resource)) {
            if (library == null) {
                throw new IOException("the driver has no " + resource);
            }
            Files.copy(library, Path.of(arguments[0]).resolve(name));
        }
    }
}
