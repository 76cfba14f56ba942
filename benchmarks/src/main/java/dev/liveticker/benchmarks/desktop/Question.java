package dev.liveticker.benchmarks.desktop;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Something to know of the desktop, and how to find it out. */
interface Question {

    String title();

    /** What is done, and what is hoped for, for the reader of the page. */
    String meaning();

    List<Figure> figures();

    /** How often it is put; the page gives the medians. */
    int rounds();

    /**
     * Measures once, in a process of its own.
     *
     * @return each figure by its key
     * @throws IOException if nothing could be measured
     */
    Map<String, Double> ask(Display display) throws IOException;
}
