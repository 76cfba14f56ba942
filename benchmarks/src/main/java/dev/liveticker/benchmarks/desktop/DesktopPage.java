package dev.liveticker.benchmarks.desktop;

import dev.liveticker.benchmarks.PerformancePage;
import java.util.List;

/** Writes what was measured down for people: Markdown. */
final class DesktopPage {

    private final StringBuilder page = new StringBuilder();

    private DesktopPage() {}

    /** @param command what makes this page */
    DesktopPage(String command, String date, String machine) {
        page.append("""
                # Performance of the desktop

                Written by `%s` on %s; run it again to get your own.

                %s
                Each round is a process of its own, with all cores and the JVM's usual settings. A figure is the median
                of the rounds, and in parentheses are the lowest and the highest. There is no graphics card: JavaFX
                paints with the processor, without a display into memory, or into a window of GTK on an X server. To
                count frames that are painted and not only due, a few pixels in a corner change with every frame. JavaFX
                begins at most 60 frames a second.
                """.formatted(command, date, machine));
    }

    void add(Question question, List<Answers> answers) {
        add(question, "", answers);
    }

    /**
     * A question's section alone, to be put into a page that was written before.
     *
     * @param when it was measured, as a sentence
     */
    static String section(Question question, String when, List<Answers> answers) {
        DesktopPage section = new DesktopPage();
        section.add(question, " " + when, answers);
        return section.page.toString();
    }

    private void add(Question question, String when, List<Answers> answers) {
        page.append("\n## ").append(question.title()).append("\n\n");
        page.append(question.meaning()).append(when).append("\n\n");
        page.append("| |");
        question.figures()
                .forEach(figure -> page.append(' ').append(figure.heading()).append(" |"));
        page.append("\n|---|").append("---|".repeat(question.figures().size())).append('\n');
        for (Answers each : answers) {
            page.append("| ").append(each.display().label()).append(" |");
            question.figures()
                    .forEach(figure ->
                            page.append(' ').append(spread(each, figure.key())).append(" |"));
            page.append('\n');
        }
        for (Answers each : answers) {
            for (String why : each.failures()) {
                page.append("\nNot measured once (")
                        .append(each.display().label())
                        .append("): ")
                        .append(why.strip())
                        .append('\n');
            }
        }
    }

    /** @param notes text by hand that goes below; may be empty */
    String text(String notes) {
        return notes.isEmpty() ? page.toString() : page + "\n" + notes;
    }

    private static String spread(Answers answers, String key) {
        double median = answers.median(key);
        if (Double.isNaN(median)) {
            return "–";
        }
        String text = PerformancePage.figure(median);
        return answers.rounds().size() == 1
                ? text
                : text + " (" + PerformancePage.figure(answers.lowest(key)) + "–"
                        + PerformancePage.figure(answers.highest(key)) + ")";
    }
}
