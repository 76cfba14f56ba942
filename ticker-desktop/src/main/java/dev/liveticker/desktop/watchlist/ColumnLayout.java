package dev.liveticker.desktop.watchlist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which columns a list shows, in which order and how wide, and what it is sorted by.
 *
 * @param places every column once, the symbol first
 * @param sort absent where rows stand in the list's own order
 */
public record ColumnLayout(List<Place> places, @Nullable Sort sort) {

    /** When a column is to be seen. */
    public enum Showing {
        /** A person chose it: where there is no room, the table scrolls sideways. */
        ALWAYS,
        /** It gives way where there is no room. */
        IF_ROOM,
        NEVER
    }

    /**
     * A column in its place.
     *
     * @param width in pixels of the usual size of text; 0 for the column's own
     */
    public record Place(Column column, Showing showing, double width) {

        static final double LEAST_WIDTH = 36;
        static final double MOST_WIDTH = 600;

        public Place {
            if (column == Column.SYMBOL) {
                showing = Showing.ALWAYS;
            }
            width = width > 0 ? Math.clamp(width, LEAST_WIDTH, MOST_WIDTH) : 0;
        }

        double widthInUse() {
            return width > 0 ? width : column.width();
        }
    }

    /** What rows are sorted by. */
    public record Sort(Column column, boolean descending) {}

    /** Those that give way come back in this order as there is more room; some only together. */
    private static final List<Set<Column>> COMING_BACK = List.of(
            EnumSet.of(Column.PERCENT),
            EnumSet.of(Column.CHANGE),
            EnumSet.of(Column.TREND),
            EnumSet.of(Column.VOLUME),
            EnumSet.of(Column.AGE),
            EnumSet.of(Column.BID, Column.ASK));

    private static final Set<Column> AT_FIRST = EnumSet.of(Column.SYMBOL, Column.LAST);

    public ColumnLayout {
        Map<Column, Place> once = new EnumMap<>(Column.class);
        List<Place> ordered = new ArrayList<>();
        for (Place place : places) {
            if (once.putIfAbsent(place.column(), place) == null) {
                ordered.add(place);
            }
        }
        for (Column column : Column.values()) {
            if (!once.containsKey(column)) {
                ordered.add(new Place(column, firstShowing(column), 0));
            }
        }
        // Sorting is stable: only the symbol moves.
        ordered.sort(Comparator.comparing(place -> place.column() != Column.SYMBOL));
        places = List.copyOf(ordered);
        sort = sort != null && sort.column().isSortable() ? sort : null;
    }

    /** What a list has at first: what matters most, and more where there is room. */
    public static ColumnLayout defaults() {
        return new ColumnLayout(List.of(), null);
    }

    /** Exactly these columns, in this order. */
    static ColumnLayout of(List<Column> columns) {
        List<Place> places = new ArrayList<>();
        columns.forEach(column -> places.add(new Place(column, Showing.ALWAYS, 0)));
        for (Column column : Column.values()) {
            if (!columns.contains(column)) {
                places.add(new Place(column, Showing.NEVER, 0));
            }
        }
        return new ColumnLayout(places, null);
    }

    List<Column> order() {
        return places.stream().map(Place::column).toList();
    }

    Place place(Column column) {
        return places.stream()
                .filter(place -> place.column() == column)
                .findFirst()
                .orElseThrow();
    }

    ColumnLayout withShowing(Column column, Showing showing) {
        return with(column, place -> new Place(column, showing, place.width()));
    }

    ColumnLayout withWidth(Column column, double width) {
        return with(column, place -> new Place(column, place.showing(), width));
    }

    /** The same columns in another order; those it does not name follow. */
    ColumnLayout withOrder(List<Column> order) {
        List<Place> ordered = new ArrayList<>();
        order.forEach(column -> ordered.add(place(column)));
        ordered.addAll(places);
        return new ColumnLayout(ordered, sort);
    }

    ColumnLayout withSort(@Nullable Sort newSort) {
        return new ColumnLayout(places, newSort);
    }

    /**
     * The columns to show in so much room: the chosen ones, and of those that give way as many as it holds whole.
     *
     * @param room in pixels of the usual size of text
     */
    Set<Column> fit(double room) {
        Set<Column> shown = EnumSet.noneOf(Column.class);
        double left = room;
        for (Place place : places) {
            if (place.showing() == Showing.ALWAYS) {
                shown.add(place.column());
                left -= place.widthInUse();
            }
        }
        for (Set<Column> group : comingBack()) {
            double needed = group.stream()
                    .mapToDouble(column -> place(column).widthInUse())
                    .sum();
            if (needed <= left) {
                shown.addAll(group);
                left -= needed;
            }
        }
        return shown;
    }

    /** Those that give way, the ones that matter most first. */
    private List<Set<Column>> comingBack() {
        List<Set<Column>> groups = new ArrayList<>();
        Set<Column> waiting = EnumSet.noneOf(Column.class);
        for (Place place : places) {
            if (place.showing() == Showing.IF_ROOM) {
                waiting.add(place.column());
            }
        }
        for (Set<Column> usual : COMING_BACK) {
            Set<Column> group = EnumSet.copyOf(usual);
            group.retainAll(waiting);
            if (!group.isEmpty()) {
                groups.add(group);
                waiting.removeAll(group);
            }
        }
        waiting.forEach(column -> groups.add(EnumSet.of(column)));
        return groups;
    }

    private ColumnLayout with(Column column, UnaryOperator<Place> change) {
        return new ColumnLayout(
                places.stream()
                        .map(place -> place.column() == column ? change.apply(place) : place)
                        .toList(),
                sort);
    }

    private static Showing firstShowing(Column column) {
        if (AT_FIRST.contains(column)) {
            return Showing.ALWAYS;
        }
        return COMING_BACK.stream().anyMatch(group -> group.contains(column)) ? Showing.IF_ROOM : Showing.NEVER;
    }
}
