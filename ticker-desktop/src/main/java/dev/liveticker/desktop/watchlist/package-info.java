/** The watchlist: what is on it, its newest prices, the box that adds to it and the way back from a removal. */
@NullMarked
package dev.liveticker.desktop.watchlist;

import org.jspecify.annotations.NullMarked;
