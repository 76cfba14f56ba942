/**
 * The candle chart of one symbol: its bars, the geometry that lays them out, and the canvas they are painted on.
 *
 * <p>Where what is, in the order in which a bar passes through:
 *
 * <ul>
 *   <li><b>Every chart.</b> {@link Charts} has the main window's and those in windows of their own: for each a
 *       {@link ChartViewModel}, its {@link Studies}, and its share of the feed.
 *   <li><b>The way in.</b> Live bars come by {@link BarInboxes} into the {@link BarInbox} of each chart, and into that
 *       of what it is compared with; pages of older ones by a {@link BarSource}, which is the server
 *       ({@link FeedBars}). {@link BarHistory} puts them together into a {@link BarSeries}, of which one is a
 *       {@link Candle}; {@link NewestPage} says when that takes another fetch.
 *   <li><b>What is chosen.</b> {@link ChartPreferences} ({@link ChartPreferencesForm} keeps them) with a
 *       {@link ChartKind}; {@link IndicatorsViewModel}, {@link IndicatorMenu} and {@link ParameterText} for indicators;
 *       {@link CompareViewModel} and {@link CompareMenu} for what one compares with, each a {@link Compared} with its
 *       {@link ComparedBars}.
 *   <li><b>Where it is painted.</b> A {@link Viewport} says which bars are in view, a {@link ChartLayout} where the
 *       panes are ({@link PaneArea}), a {@link PriceScale} where the prices ({@link ScaleChoice});
 *       {@link ChartGeometry} is all of it. {@link PixelGrid}, {@link Lettering} and {@link Palette} are the screen's,
 *       the font's and the style sheet's part.
 *   <li><b>What is painted.</b> {@link ChartSurface} is the canvas, {@link ChartPicture} has everything painted in its
 *       order: the axes by {@link AxisPainter} ({@link AxisText}, {@link TimeTicks}, {@link TimeStep}), bars by
 *       {@link CandlePainter}, {@link ClosePainter} and {@link VolumePainter} ({@link BarColumns}), then each
 *       {@link ChartLayer}. Over it are {@link ReadOut} and {@link CrosshairPainter}. {@link MiddledText} writes.
 *   <li><b>Layers.</b> {@link IndicatorLayer} with its {@link IndicatorPane}; {@link CompareLayer} with its
 *       {@link CompareLabels}. Both draw by {@link LinePainter} in {@link SeriesColours}.
 *   <li><b>Around it.</b> {@link ChartView} is the whole, with {@link ChartHeader}, {@link ChartToolBar}
 *       ({@link Segments}, {@link StudyBar}, {@link DropPanel}), {@link ChartMenu} and {@link ChartRemark}.
 *       {@link ChartGestures} moves it; {@link ChartExport} takes it along as it finds it in a {@link ChartPrint};
 *       {@link ChartHooks} lead to the rest of the program.
 * </ul>
 *
 * <p>Bars are fetched for several reasons, and each has one place:
 *
 * <ul>
 *   <li>What the stream says it lost, the feed's {@code GapHealer} fetches for whoever listens, and passes on as if it
 *       had come live. A chart does not rely on that: after long it is not enough, and after a new beginning not right.
 *   <li>{@code BarInbox} has the newest page fetched when it is told of a gap, and when the stream of a symbol begins
 *       and does not go on where it was: on every new subscription, and after an outage too long to resume. What closed
 *       before the stream was heard is in none of the live bars.
 *   <li>{@code NewestPage} has it fetched with the next bar that begins if it could not be had, or if the bar before
 *       was not heard to close.
 *   <li>{@code ChartViewModel.live} and {@code CompareViewModel.live} fetch only what was never had: all else is told
 *       by the first two when the connection is back.
 *   <li>Older pages are fetched by {@code BarHistory} alone, as one comes near the oldest bar. A newer fetch of the
 *       newest page replaces one that is underway; answers to the one before are dropped.
 * </ul>
 */
@NullMarked
package dev.liveticker.desktop.chart;

import org.jspecify.annotations.NullMarked;
