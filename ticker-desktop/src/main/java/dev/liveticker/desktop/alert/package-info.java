/** The user's alerts: the list, what fired, and how attention is drawn to it. */
@NullMarked
package dev.liveticker.desktop.alert;

import org.jspecify.annotations.NullMarked;
