/** Addresses on the web that the desktop may ask, or have a browser open. */
@NullMarked
package dev.liveticker.desktop.web;

import org.jspecify.annotations.NullMarked;
