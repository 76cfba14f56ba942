package dev.liveticker.benchmarks;

/** The sections of a page of Markdown, each under a heading of the second order. */
public final class Sections {

    private Sections() {}

    /**
     * A page in which one section is another one, and the notes below all sections are today's. Where the page has none
     * of that title, it becomes the last.
     *
     * @param section with its heading, after an empty line
     * @param notes text by hand, from its first heading on; may be empty
     */
    public static String replace(String page, String title, String section, String notes) {
        String measured = above(page, notes);
        String heading = "\n## " + title + "\n";
        int from = measured.indexOf(heading);
        int to = from < 0 ? -1 : measured.indexOf("\n## ", from + heading.length());
        String before = from < 0 ? measured : measured.substring(0, from);
        String after = to < 0 ? "" : measured.substring(to);
        return before + section + after + (notes.isEmpty() ? "" : "\n" + notes);
    }

    private static String above(String page, String notes) {
        int from = notes.isEmpty() ? -1 : page.indexOf("\n" + notes.substring(0, notes.indexOf('\n') + 1));
        return from < 0 ? page : page.substring(0, from);
    }
}
