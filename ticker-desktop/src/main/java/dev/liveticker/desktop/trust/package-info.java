/** Asks a person whether a server's certificate, which the system does not trust, is the right one. */
@NullMarked
package dev.liveticker.desktop.trust;

import org.jspecify.annotations.NullMarked;
