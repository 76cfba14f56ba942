package dev.liveticker.desktop.command;

import dev.liveticker.model.Instrument;
import java.util.BitSet;

/** A line of the palette. */
public sealed interface PaletteEntry {

    /** What it is remembered by. */
    String key();

    /** What it says, for people. */
    String title();

    /**
     * Something to do.
     *
     * @param places the letters of the title that answer what is typed
     */
    record OfCommand(Command command, BitSet places) implements PaletteEntry {

        @Override
        public String key() {
            return "command:" + command.id();
        }

        @Override
        public String title() {
            return command.title();
        }
    }

    /** Something to chart. */
    record OfSymbol(Instrument instrument) implements PaletteEntry {

        @Override
        public String key() {
            return "symbol:" + instrument.symbol().text();
        }

        @Override
        public String title() {
            return instrument.symbol().text() + ", " + instrument.name();
        }
    }
}
