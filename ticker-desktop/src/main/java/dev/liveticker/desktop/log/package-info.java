/** The log, read in the desktop. */
@NullMarked
package dev.liveticker.desktop.log;

import org.jspecify.annotations.NullMarked;
