package dev.liveticker.packaging;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.spi.ToolProvider;

/** The tools of the JDK that this runs on. */
final class DevelopmentKit {

    private DevelopmentKit() {}

    /**
     * Runs jdeps, jlink or another of them in this process.
     *
     * @return what it said
     * @throws IOException if there is none of that name, or it failed
     */
    static String run(String tool, List<String> arguments) throws IOException {
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
