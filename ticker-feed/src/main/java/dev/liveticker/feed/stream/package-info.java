/** The order of what comes in: nothing twice, nothing older after newer, and holes noticed. */
@NullMarked
package dev.liveticker.feed.stream;

import org.jspecify.annotations.NullMarked;
