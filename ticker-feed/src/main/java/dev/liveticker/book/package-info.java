/**
 * The newest prices on the client's side: {@link dev.liveticker.book.QuoteBook}, written by the feed, drained by views.
 */
@NullMarked
package dev.liveticker.book;

import org.jspecify.annotations.NullMarked;
