package dev.liveticker.server.cli.config;

import java.util.List;

/** A file that cannot be used; each problem is a sentence for people that begins with the file's name. */
public final class BadConfigException extends Exception {

    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    BadConfigException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** At least one, in the order of the file as far as that is known. */
    public List<String> problems() {
        return problems;
    }
}
