package dev.liveticker.desktop.storage;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A form that only tests know, of three versions: one text, then a list of notes, then notes that each have a colour
 * instead of one for all.
 */
record NotesForm(List<Step> steps) implements JsonForm<List<String>> {

    static final NotesForm FIRST = new NotesForm(List.of());
    static final NotesForm SECOND = new NotesForm(List.of(NotesForm::intoList));
    static final NotesForm THIRD = new NotesForm(List.of(NotesForm::intoList, NotesForm::intoObjects));

    static NotesForm of(int version) {
        return List.of(FIRST, SECOND, THIRD).get(version - 1);
    }

    private static void intoList(ObjectNode root) {
        JsonNode text = root.remove("text");
        ArrayNode notes = root.putArray("notes");
        if (text != null) {
            for (String note : text.asString("").split("; ")) {
                notes.add(note);
            }
        }
    }

    private static void intoObjects(ObjectNode root) {
        JsonNode colour = root.remove("colour");
        if (!(root.remove("notes") instanceof ArrayNode texts)) {
            throw new IllegalArgumentException("no notes");
        }
        ArrayNode notes = root.putArray("notes");
        for (JsonNode text : texts) {
            ObjectNode note = notes.addObject();
            note.set("text", text);
            if (colour != null) {
                note.set("colour", colour);
            }
        }
    }

    @Override
    public String name() {
        return "Notes";
    }

    @Override
    public List<String> initial() {
        return List.of();
    }

    /** Each with its colour, whichever version wrote it. */
    @Override
    public Reading<List<String>> read(ObjectNode root) {
        List<String> notes = new ArrayList<>();
        switch (version()) {
            case 1 ->
                notes.add(root.path("text").asString("") + " "
                        + root.path("colour").asString(""));
            case 2 ->
                root.path("notes")
                        .forEach(note -> notes.add(
                                note.asString("") + " " + root.path("colour").asString("")));
            default ->
                root.path("notes")
                        .forEach(note -> notes.add(note.path("text").asString("") + " "
                                + note.path("colour").asString("")));
        }
        return new Reading<>(notes, List.of());
    }

    @Override
    public void write(List<String> value, ObjectNode root) {
        root.put("saved", value.size());
    }
}
