package dev.liveticker.packaging;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.css.CssParser;
import javafx.css.PseudoClass;
import javafx.css.Stylesheet;

/**
 * Puts beside each style sheet in a jar the same in JavaFX's binary form: {@code StyleSheets JAR}. JavaFX takes that by
 * itself where it is there, and need not load a parser at every start. Only what is installed has them: beside a style
 * sheet that is still being written, one of yesterday would be taken for it.
 */
final class StyleSheets {

    private static final String TEXT = ".css";
    private static final String BINARY = ".bss";
    private static final Comparator<PseudoClass> BY_NAME = Comparator.comparing(PseudoClass::getPseudoClassName);

    private StyleSheets() {}

    static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        Path work = Files.createTempDirectory("style-sheets");
        try (FileSystem jar = FileSystems.newFileSystem(Path.of(arguments[0]))) {
            List<Path> sheets = sheets(jar);
            orderPseudoClasses(sheets);
            for (Path sheet : sheets) {
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

    /**
     * Has the pseudo-classes of each selector ({@code :focused:selected}) written by name. JavaFX keeps one set for all
     * selectors with the same ones, and writes them as it runs through that: a set of {@link Set#copyOf}, whose order
     * is another in each JVM. So the sets are made by reading every sheet once, and each is put in order where JavaFX
     * keeps them.
     */
    private static void orderPseudoClasses(List<Path> sheets) throws IOException, ReflectiveOperationException {
        for (Path sheet : sheets) {
            new CssParser().parse(Files.readString(sheet));
        }
        Field kept = Class.forName("com.sun.javafx.css.ImmutablePseudoClassSetsCache")
                .getDeclaredField("CACHE");
        kept.setAccessible(true);
        @SuppressWarnings("unchecked")
        Map<Set<PseudoClass>, Set<PseudoClass>> sets = (Map<Set<PseudoClass>, Set<PseudoClass>>) kept.get(null);
        sets.replaceAll((same, set) -> ordered(set));
    }

    private static Set<PseudoClass> ordered(Set<PseudoClass> set) {
        Set<PseudoClass> ordered = new TreeSet<>(BY_NAME);
        ordered.addAll(set);
        return ordered;
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
        // Else two builds would differ by the time of day: a jar keeps all three.
        FileTime built = Files.getLastModifiedTime(sheet);
        Files.getFileAttributeView(beside, BasicFileAttributeView.class).setTimes(built, built, built);
        Files.delete(text);
        Files.delete(binary);
    }
}
