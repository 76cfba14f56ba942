package dev.liveticker.benchmarks;

/** The sections of a page of Markdown, each under a heading of the second order. */
public final class Sections {

    private Sections() {}

    /**
     * A page in which one section is another one. Where the page has none of that title, it goes to the end.
     *
     * @param section with its heading, after an empty line
     */
    public static String replace(String page, String title, String section) {
        String heading = "\n## " + title + "\n";
        int from = page.indexOf(heading);
        if (from < 0) {
            return page + section;
        }
        int to = page.indexOf("\n## ", from + heading.length());
        return page.substring(0, from) + section + (to < 0 ? "" : page.substring(to));
    }
}
