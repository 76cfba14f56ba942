package dev.liveticker.server.market;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which column of a catalogue says what, as its first line has it. */
final class CatalogueHeader {

    private final Map<CatalogueColumn, Integer> places = new EnumMap<>(CatalogueColumn.class);
    private final int width;

    /**
     * @param line which it is, from 1
     * @throws MalformedCatalogueException if it names a column that there is not, one twice, or leaves a needed one out
     */
    CatalogueHeader(String source, int line, List<String> fields) throws MalformedCatalogueException {
        this.width = fields.size();
        for (int i = 0; i < width; i++) {
            String field = fields.get(i);
            CatalogueColumn column = CatalogueColumn.named(field).orElse(null);
            if (column == null) {
                throw new MalformedCatalogueException(
                        source,
                        line,
                        "the first line names the columns, and \"" + MalformedCatalogueException.shown(field)
                                + "\" (column " + (i + 1) + ") is none; there are " + CatalogueColumn.all());
            }
            if (places.putIfAbsent(column, i) != null) {
                throw new MalformedCatalogueException(
                        source, line, "the column " + column.code() + " is there twice, again as column " + (i + 1));
            }
        }
        for (CatalogueColumn column : CatalogueColumn.values()) {
            if (column.required() && !places.containsKey(column)) {
                throw new MalformedCatalogueException(
                        source,
                        line,
                        "the column " + column.code() + " is missing; there are " + CatalogueColumn.all());
            }
        }
    }

    /** How many columns there are. */
    int width() {
        return width;
    }

    /** Where a column is, from 0; absent if it is not there. */
    @Nullable
    Integer place(CatalogueColumn column) {
        return places.get(column);
    }
}
