/**
 * The directory a server keeps its data in, which it has for itself alone, and how the SQLite files in it are opened.
 * Knows nothing of what they hold.
 */
@NullMarked
package dev.liveticker.server.data;

import org.jspecify.annotations.NullMarked;
