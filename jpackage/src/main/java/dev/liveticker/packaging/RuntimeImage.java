package dev.liveticker.packaging;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Makes the Java runtime that is shipped, of no more than is needed: {@code RuntimeImage JARS JAVAFX OUT MODULE...},
 * which is what jdeps finds that the jars use, JavaFX, and those modules, which are used by their names only.
 */
final class RuntimeImage {

    private RuntimeImage() {}

    static void main(String[] arguments) throws IOException {
        Path jars = Path.of(arguments[0]);
        Path javaFx = Path.of(arguments[1]);
        Set<String> modules = needed(jars, javaFx);
        modules.addAll(Arrays.asList(arguments).subList(3, arguments.length));
        System.out.println("The runtime: " + String.join(", ", modules));
        // Not every machine has a Java this new on its path: whoever tries the result finds it there.
        Files.writeString(Path.of(arguments[2]).resolveSibling("jdk"), System.getProperty("java.home"));
        run(
                "jlink",
                List.of(
                        "--module-path",
                        javaFx.toString(),
                        "--add-modules",
                        String.join(",", modules),
                        "--output",
                        arguments[2],
                        "--strip-debug",
                        "--no-header-files",
                        "--no-man-pages",
                        "--compress=zip-6"));
    }

    /** What the jars use of the JDK and of JavaFX; what they could use of libraries that are not there counts not. */
    private static Set<String> needed(Path jars, Path javaFx) throws IOException {
        List<String> question = new ArrayList<>(List.of(
                "--multi-release",
                String.valueOf(Runtime.version().feature()),
                "--ignore-missing-deps",
                "--print-module-deps",
                "--module-path",
                javaFx.toString()));
        try (Stream<Path> files = Files.list(jars)) {
            files.map(Path::toString)
                    .filter(file -> file.endsWith(".jar"))
                    .sorted()
                    .forEach(question::add);
        }
        return new TreeSet<>(List.of(run("jdeps", question).strip().split(",", -1)));
    }

    /** @return what it said */
    private static String run(String tool, List<String> arguments) throws IOException {
        ToolProvider found = ToolProvider.findFirst(tool)
                .orElseThrow(() -> new IOException("this Java has no " + tool + ": a JDK is needed"));
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        int code = found.run(out, out, arguments.toArray(String[]::new));
        if (code != 0) {
            throw new IOException(tool + " failed with " + code + ": " + said);
        }
        return said.toString();
    }
}
