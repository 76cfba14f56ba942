package dev.liveticker.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures every contender in every contest and writes docs/performance.md. Runs in the benchmarks folder. */
@Command(
        name = "table",
        mixinStandardHelpOptions = true,
        description = "Measures the server and its peers and writes docs/performance.md.")
public final class Table implements Callable<Integer> {

    private static final Path NOTES = Path.of("notes.md");

    @Option(
            names = "--quick",
            description = "one short round of the two main contests at guessed rates; writes to target")
    private boolean quick;

    @Option(
            names = "--search",
            description = "search each contender's highest sustained rate first, instead of offering the one that was"
                    + " found on the machine of docs/performance.md; takes an hour more")
    private boolean search;

    @Option(names = "--rounds", defaultValue = "3", description = "default ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "3", description = "the window of a round; default ${DEFAULT-VALUE}")
    private int seconds;

    @Option(
            names = "--only",
            description = "only contests whose title contains this; in a page that is there already, the others stay")
    private @Nullable String only;

    @Option(names = "--no-pin", description = "let server and client share the cores")
    private boolean noPin;

    @Option(names = "--output", description = "the page; by default docs/performance.md, with --quick in target")
    private @Nullable Path output;

    public static void main(String[] args) {
        System.exit(new CommandLine(new Table()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        Workbench workbench = Workbench.here(!noPin);
        Measurement measurement =
                quick ? new Measurement(workbench, 1, 2, false) : new Measurement(workbench, rounds, seconds, search);
        Files.deleteIfExists(Measurement.results());
        boolean node = node();
        String date = LocalDate.now(ZoneOffset.UTC).toString();
        PerformancePage page = new PerformancePage(
                "./mvnw -q -Pbenchmarks" + (quick ? " -Dbench.args=--quick" : search ? " -Dbench.args=--search" : ""),
                date,
                Machine.describe(workbench),
                measurement);
        Path file = output != null
                ? output
                : quick ? Workbench.OUTPUT.resolve("performance.md") : Path.of("..", "docs", "performance.md");
        boolean again = only != null && Files.exists(file);
        String notes = Files.exists(NOTES) ? Files.readString(NOTES) : "";
        for (Contest contest : quick && only == null ? Contests.quick() : Contests.all()) {
            if (only == null || contest.title().contains(only)) {
                System.out.println(contest.title());
                List<Contender> present = contest.contenders().stream()
                        .filter(contender -> node || !contender.node())
                        .toList();
                List<Standing> standings = measurement.of(contest, present);
                page.add(contest, standings);
                String text = page.text(notes);
                if (again) {
                    String when = "Measured again on %s, %d round(s) of %d s."
                            .formatted(date, measurement.rounds(), measurement.seconds());
                    text = PerformancePage.replace(
                            Files.readString(file), contest, PerformancePage.part(contest, when, standings), notes);
                }
                // After each, so that an hour's work is not lost to whoever has less.
                Files.writeString(file, text);
            }
        }
        System.out.println("written: " + file);
        return 0;
    }

    /** Whether the peers on Node can run; fetches their libraries if need be. */
    private static boolean node() {
        if (!Workbench.runs("node", "--version")) {
            System.out.println("Node.js is not installed: its peers are left out.");
            return false;
        }
        boolean fetched = Files.isDirectory(Path.of("peers", "node_modules"))
                || Workbench.runs(
                        "npm", "install", "--prefix", "peers", "--no-package-lock", "--no-audit", "--no-fund");
        if (!fetched) {
            System.out.println("npm could not fetch the Node peers' libraries: they are left out.");
        }
        return fetched;
    }
}
