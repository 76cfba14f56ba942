/**
 * The watchlist: what is on it, its newest prices, the box that adds to it and the way back from a removal.
 *
 * <p>Where what is:
 *
 * <ul>
 *   <li><b>The lists.</b> {@link Watchlists} are all of a person's, a {@link Watchlist} is one, with its
 *       {@link ColumnLayout}. Every change goes through {@link EditedLists}, and back again by the {@link History}.
 *       {@link WatchlistsForm} writes them and {@link WatchlistsReading} reads them.
 *   <li><b>The rows.</b> {@link ListedRows} has a {@link QuoteRow} for each symbol of the list that shows, in the
 *       list's own order, and streams what they hold. {@link ShownRows} has those of them that the filter
 *       ({@link RowSearch}) lets through, in the order ({@link RowOrder}) shown: the table's items. The table has a
 *       {@link QuoteTableRow} for each that is in sight, and gives it one quote row after the other.
 *       {@link WatchlistViewModel} holds it all together, with the {@link Selection} and the {@link Remarks}, each a
 *       {@link Remark}.
 *   <li><b>What a row knows.</b> {@link RowFigures}, each a {@link Figure}; when it was quoted ({@link QuotedAt}) and
 *       how long ago ({@link RowAges}, {@link AgeTexts}); whether it ticks ({@link Flashes}); and its {@link Trend},
 *       fetched by {@link Trends} and watched as a {@link TrendLine}. What changes often is a {@link RowProperty}.
 *   <li><b>The table.</b> {@link WatchlistView}, below a {@link FilterBar} and with a {@link RemarkPane} over it. What
 *       can be done in it: {@link RowActions}, {@link TableKeys}, {@link RowDragging}; {@link TableScroll} moves it.
 *   <li><b>Its columns.</b> {@link Column} says which there are, {@link WatchlistColumns} keeps them as the layout has
 *       them, {@link ColumnsMenu} chooses, {@link ColumnCells} makes them: a {@link SymbolCell}, a {@link TrendCell}
 *       (along a {@link TrendPath}), and for what changes often a {@link FigureCell} with a {@link FigureSkin}, which
 *       is a {@link LastCell}, a {@link NumberCell} or a {@link TextCell}.
 *   <li><b>Adding, and more lists.</b> {@link AddSymbolBox} and its {@link AddSymbolViewModel}; {@link ListsBar} and
 *       its {@link ListsViewModel}, with {@link PastedSymbols}, and {@link ListFiles} of {@link WatchlistCsv}.
 * </ul>
 */
@NullMarked
package dev.liveticker.desktop.watchlist;

import org.jspecify.annotations.NullMarked;
