/** What the user chose: the settings, the file that keeps them through crashes, and the dialog that changes them. */
@NullMarked
package dev.liveticker.desktop.settings;

import org.jspecify.annotations.NullMarked;
