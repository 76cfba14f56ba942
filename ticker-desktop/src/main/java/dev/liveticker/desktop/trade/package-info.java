/** The trades of one symbol as they happen. */
@NullMarked
package dev.liveticker.desktop.trade;

import org.jspecify.annotations.NullMarked;
