/**
 * What the desktop keeps on the disk: files that are whole at every moment, one for each feature that has something.
 */
@NullMarked
package dev.liveticker.desktop.storage;

import org.jspecify.annotations.NullMarked;
