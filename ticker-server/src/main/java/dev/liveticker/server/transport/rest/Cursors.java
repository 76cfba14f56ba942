package dev.liveticker.server.transport.rest;

import dev.liveticker.message.Bar;
import dev.liveticker.message.Position;
import dev.liveticker.message.Trade;
import dev.liveticker.server.transport.RefusedException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the next page of an answer begins. A page is named by what it lies before, not by a count, so that it stays the
 * same while newer things come.
 */
final class Cursors {

    private static final String NAME = "cursor";
    private static final Pattern BAR = Pattern.compile("before-([0-9]{1,18})");

    private Cursors() {}

    /** The bars before this one. */
    static String beforeBar(Bar bar) {
        return "before-" + bar.start();
    }

    /**
     * The time that the bars of a page start before, microseconds since the epoch.
     *
     * @throws RefusedException if it is none of {@link #beforeBar}
     */
    static long barsBefore(String cursor) throws RefusedException {
        Matcher matcher = BAR.matcher(cursor);
        if (!matcher.matches()) {
            throw RefusedException.badParameter(NAME, "the next of an answer about bars expected");
        }
        return Long.parseLong(matcher.group(1));
    }

    /** The trades before this one, which is numbered in that epoch. */
    static String belowTrade(Trade trade, String epoch) {
        return new Position(epoch, trade.seq()).toString();
    }

    /**
     * The number that the trades of a page are below.
     *
     * @param epoch the present one
     * @throws RefusedException if it is none of {@link #belowTrade}, or of another epoch: those trades are gone
     */
    static long tradesBelow(String cursor, String epoch) throws RefusedException {
        Position position = Position.parse(cursor)
                .orElseThrow(() -> RefusedException.badParameter(NAME, "the next of an answer about trades expected"));
        if (!position.epoch().equals(epoch)) {
            throw RefusedException.badParameter(NAME, "the server was started anew since; begin without one");
        }
        return position.seq();
    }
}
