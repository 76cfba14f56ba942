package dev.liveticker.benchmarks.desktop;

import dev.liveticker.benchmarks.Machine;
import dev.liveticker.benchmarks.Sections;
import dev.liveticker.benchmarks.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Puts every question to the desktop and writes docs/performance-desktop.md. Runs in the benchmarks folder. */
@Command(
        name = "desktop",
        mixinStandardHelpOptions = true,
        description = "Measures the desktop and writes docs/performance-desktop.md.")
public final class DesktopTable implements Callable<Integer> {

    private static final Path NOTES = Path.of("notes-desktop.md");
    private static final String PAGE = "performance-desktop.md";

    @Option(names = "--quick", description = "one short round of everything; writes to target")
    private boolean quick;

    @Option(
            names = "--only",
            description = "only questions whose title contains this; in a page that is there already, the others stay")
    private @Nullable String only;

    @Option(names = "--display", description = "only this one: ${COMPLETION-CANDIDATES}")
    private @Nullable Display display;

    @Option(names = "--output", description = "the page; by default docs/" + PAGE + ", with --quick in target")
    private @Nullable Path output;

    public static void main(String[] args) {
        System.exit(new CommandLine(new DesktopTable())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args));
    }

    @Override
    public Integer call() throws IOException {
        String date = LocalDate.now(ZoneOffset.UTC).toString();
        DesktopPage page = new DesktopPage("./mvnw -q -Pdesktop-benchmarks", date, Machine.describeDesktop());
        Path whole = Path.of("..", "docs", PAGE);
        Path file = output != null ? output : quick ? Workbench.OUTPUT.resolve(PAGE) : whole;
        boolean again = only != null && Files.exists(file);
        Files.createDirectories(Workbench.OUTPUT);
        String notes = Files.exists(NOTES) ? Files.readString(NOTES) : "";
        List<Display> displays = displays();
        for (Question question : Questions.all(quick)) {
            if (only == null || question.title().contains(only)) {
                System.out.println(question.title());
                List<Answers> answers = answers(question, displays);
                page.add(question, answers);
                String text = page.text(notes);
                if (again) {
                    String section = DesktopPage.section(question, "Measured again on " + date + ".", answers);
                    text = Sections.replace(Files.readString(file), question.title(), section, notes);
                }
                // After each, so that half an hour's work is not lost to whoever has less.
                Files.writeString(file, text);
            }
        }
        System.out.println("written: " + file);
        return 0;
    }

    private List<Display> displays() {
        if (display != null) {
            return List.of(display);
        }
        if (!Workbench.runs("Xvfb", "-help")) {
            System.out.println("Xvfb is not installed: real windows are left out.");
            return List.of(Display.HEADLESS);
        }
        return List.of(Display.values());
    }

    /** Displays take turns, so that whatever else the machine does meets them alike. */
    private static List<Answers> answers(Question question, List<Display> displays) {
        List<List<Map<String, Double>>> rounds = new ArrayList<>();
        List<List<String>> failures = new ArrayList<>();
        displays.forEach(each -> {
            rounds.add(new ArrayList<>());
            failures.add(new ArrayList<>());
        });
        for (int round = 0; round < question.rounds(); round++) {
            for (int i = 0; i < displays.size(); i++) {
                String label = displays.get(i).label();
                try {
                    Map<String, Double> measured = question.ask(displays.get(i));
                    System.out.println("  " + label + ": " + measured);
                    rounds.get(i).add(measured);
                } catch (IOException e) {
                    // The other questions can be answered all the same.
                    System.out.println("  " + label + ": not measured: " + e.getMessage());
                    failures.get(i).add(String.valueOf(e.getMessage()));
                }
            }
        }
        List<Answers> answers = new ArrayList<>();
        for (int i = 0; i < displays.size(); i++) {
            answers.add(new Answers(displays.get(i), rounds.get(i), failures.get(i)));
        }
        return answers;
    }
}
