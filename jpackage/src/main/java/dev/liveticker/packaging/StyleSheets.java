package dev.liveticker.packaging;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/**
 * Puts beside each style sheet in a jar the same in JavaFX's binary form: {@code StyleSheets JAR}. JavaFX takes that by
 * itself where it is there, and need not load a parser at every start. Only what is installed has them: beside a style
 * sheet that is still being written, one of yesterday would be taken for it.
 */
final class StyleSheets {

    private static final String TEXT = ".css";
    private static final String BINARY = ".bss";

    private StyleSheets() {}

    static void main(String[] arguments) throws IOException {
        Path work = Files.createTempDirectory("style-sheets");
        try (FileSystem jar = FileSystems.newFileSystem(Path.of(arguments[0]))) {
            for (Path sheet : sheets(jar)) {
                translate(sheet, work);
            }
        } finally {
            Directories.delete(work);
        }
    }

    private static List<Path> sheets(FileSystem jar) throws IOException {
        try (Stream<Path> files = Files.walk(jar.getPath("/"))) {
            return files.filter(file -> file.toString().endsWith(TEXT)).sorted().toList();
        }
    }

    /** JavaFX reads and writes files alone. */
    private static void translate(Path sheet, Path work) throws IOException {
        String name = sheet.getFileName().toString();
        Path text = work.resolve(name);
        Files.copy(sheet, text);
        String binaryName = name.substring(0, name.length() - TEXT.length()) + BINARY;
        Path binary = work.resolve(binaryName);
        Stylesheet.convertToBinary(text.toFile(), binary.toFile());
        Path beside = sheet.resolveSibling(binaryName);
        Files.copy(binary, beside);
        // Else two builds would differ by the time of day.
        Files.setLastModifiedTime(beside, Files.getLastModifiedTime(sheet));
        Files.delete(text);
        Files.delete(binary);
    }
}
