/** Outages on demand, to see what this desktop makes of them: their menu, and what goes on at the moment. */
@NullMarked
package dev.liveticker.desktop.outage;

import org.jspecify.annotations.NullMarked;
