/** How faults are asked for over HTTP, and what becomes of other requests meanwhile. */
@NullMarked
package dev.liveticker.server.transport.fault;

import org.jspecify.annotations.NullMarked;
