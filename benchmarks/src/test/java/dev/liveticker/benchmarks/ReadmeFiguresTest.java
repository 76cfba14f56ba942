package dev.liveticker.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the README says of speed is what was measured last. */
class ReadmeFiguresTest {

    private static final Path ROOT = Path.of("..");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            performance.md         | Everyone wants the same           | Live Ticker           | 1 | want the same
            performance.md         | Everyone wants the same           | Node ws, coalescing   | 1 | want the same
            performance.md         | Everyone wants the same           | Netty, coalescing     | 1 | want the same
            performance.md         | Everyone wants the same           | Node ws               | 1 | want the same
            performance.md         | Everyone wants something else     | Live Ticker           | 1 | something else
            performance.md         | Everyone wants something else     | Netty, coalescing     | 1 | something else
            performance.md         | Everyone wants something else     | Node ws, coalescing   | 1 | something else
            performance.md         | Everyone wants something else     | Node ws               | 1 | something else
            performance.md         | Few messages                      | Live Ticker           | 5 | little to coalesce
            performance.md         | Few messages                      | Netty                 | 5 | little to coalesce
            performance.md         | Few messages                      | Node ws               | 5 | little to coalesce
            performance.md         | Few messages                      | Jetty                 | 5 | little to coalesce
            performance.md         | 10,000 idle connections           | Live Ticker           | 1 | at rest
            performance.md         | 10,000 idle connections           | Netty                 | 1 | at rest
            performance.md         | 10,000 idle connections           | Node ws               | 1 | at rest
            performance.md         | 10,000 idle connections           | Jetty                 | 1 | at rest
            performance-desktop.md | A long watchlist in a burst       | window under Xvfb     | 1 | 5,000 rows
            performance-desktop.md | A long watchlist in a burst       | window under Xvfb     | 4 | 5,000 rows
            performance-desktop.md | A chart of 100,000 bars           | window under Xvfb     | 2 | 100,000 bars
            performance-desktop.md | A chart of 100,000 bars           | window under Xvfb     | 4 | 100,000 bars
            scaling.md             | When the market's node is killed  | 2                     | 0 | is killed
            """)
    void a_figure_of_the_readme_is_the_median_of_the_page(
            String page, String section, String row, int column, String line) throws IOException {
        String cell = cell(Files.readString(ROOT.resolve("docs").resolve(page)), section, row, column);

        String said = Files.readString(ROOT.resolve("README.md"))
                .lines()
                .filter(each -> each.startsWith("| ") && each.split("\\|")[1].contains(line))
                .findFirst()
                .orElseThrow();

        assertThat(said).containsPattern("(?<![0-9.,])" + Pattern.quote(cell) + "(?![0-9])");
    }

    /** Without what is in parentheses behind it. */
    private static String cell(String page, String section, String row, int column) {
        String rest = page.substring(page.indexOf("# " + section + "\n"));
        String found = rest.lines()
                .filter(each -> each.startsWith("| " + row))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + row + " in " + section));
        return found.split("\\|")[column + 1].strip().split(" ")[0];
    }
}
