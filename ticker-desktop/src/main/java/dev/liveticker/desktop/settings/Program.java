package dev.liveticker.desktop.settings;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What the dialog tells of the program itself.
 *
 * @param version of the program
 * @param runtime the Java it runs on
 * @param system the operating system
 * @param log the file
 * @param config the directory of settings and of what features keep
 * @param folders shows directories
 */
public record Program(String version, String runtime, String system, Path log, Path config, Folders folders) {

    /** The system's own way of showing a directory. */
    @FunctionalInterface
    public interface Folders {

        /**
         * @param file a directory, or a file in the one to show
         * @throws IOException if there is no way, or no such directory
         */
        void show(Path file) throws IOException;
    }
}
