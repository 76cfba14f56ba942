package dev.liveticker.desktop.storage;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
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

    /** Turns what a file of one version says into what one of the next says. */
    @FunctionalInterface
    interface Step {

        /**
         * Changes a tree, of which any field may be missing or wrong; the number of the version is none of its concern.
         *
         * @throws IllegalArgumentException if the tree is not what one of its version can be
         */
        void apply(ObjectNode root);
    }

    /** The steps from each version to the next, from version 1 on. One that was ever released never changes. */
    default List<Step> steps() {
        return List.of();
    }

    /** The newest version of the form that this program knows; a file of a higher one is neither read nor written. */
    default int version() {
        return 1 + steps().size();
    }

    /** What the file holds, for people, such as "settings". */
    String name();

    /** What there is without a file. */
    T initial();

    /** Reads a tree, whatever is in it. */
    Reading<T> read(ObjectNode root);

    /** Writes into a tree, whose other fields stay: they may be another version's. The version is written already. */
    void write(T value, ObjectNode root);

    /** The text that a node holds; empty if it is none. */
    static String text(JsonNode node) {
        return node.isString() ? node.stringValue() : "";
    }

    /** How a choice is spelled in a file, such as {@code long-polling}. */
    static String code(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
