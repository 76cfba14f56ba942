/** The command line: options in, one line and an exit code out. */
@NullMarked
package dev.liveticker.server.cli;

import org.jspecify.annotations.NullMarked;
