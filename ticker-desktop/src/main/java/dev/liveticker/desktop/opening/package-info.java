/**
 * What the desktop is asked to open: the file of a watchlist, or a link that names symbols. Whoever asks may be a web
 * page, so nothing here is believed before it is read.
 */
@NullMarked
package dev.liveticker.desktop.opening;

import org.jspecify.annotations.NullMarked;
