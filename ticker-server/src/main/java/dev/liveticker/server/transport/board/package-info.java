/** The board: a page that shows the market in a browser, and the files it is made of. */
@NullMarked
package dev.liveticker.server.transport.board;

import org.jspecify.annotations.NullMarked;
