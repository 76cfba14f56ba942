package dev.liveticker.desktop.storage;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * How something is written to a JSON file, and read with forgiveness: a value that cannot be is replaced, and said so,
 * and the rest stands.
 */
public interface JsonForm<T> {

    /**
     * What a file says.
     *
     * @param replaced the names, for people, of values that could not be and were replaced
     */
    record Reading<T>(T value, List<String> replaced) {
        public Reading {
            replaced = List.copyOf(replaced);
        }
    }

    /** The newest version of the form that this program knows; a file of a higher one is read, but not written. */
    int version();

    /** What the file holds, for people, such as "settings". */
    String name();

    /** What there is without a file. */
    T initial();

    /** Reads a tree, whatever is in it. */
    Reading<T> read(ObjectNode root);

    /** Writes into a tree, whose other fields stay: they may be another version's. The version is written already. */
    void write(T value, ObjectNode root);
}
