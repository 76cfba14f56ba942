package dev.liveticker.server.archive;

import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;

/** What the bars of a series have in common, within a market. */
record SeriesKey(Symbol symbol, Interval interval) {}
