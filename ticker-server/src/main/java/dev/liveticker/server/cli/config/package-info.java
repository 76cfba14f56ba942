/** The file that options may stand in: read, held against the options there are, and made into arguments of them. */
@NullMarked
package dev.liveticker.server.cli.config;

import org.jspecify.annotations.NullMarked;
