/** How parts of a view find their place anew when letters become larger or smaller. */
@NullMarked
package dev.liveticker.desktop.fit;

import org.jspecify.annotations.NullMarked;
