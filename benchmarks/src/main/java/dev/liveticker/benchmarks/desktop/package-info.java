/** How the desktop does: each question put to a desktop in a process of its own, without a display and with one. */
@NullMarked
package dev.liveticker.benchmarks.desktop;

import org.jspecify.annotations.NullMarked;
