/** Everything the desktop can do, to be found by name. */
@NullMarked
package dev.liveticker.desktop.command;

import org.jspecify.annotations.NullMarked;
