/**
 * What the build of the installers needs beside the JDK's tools: icons, licence texts, and the cache and the style
 * sheets that make the program start fast. Runs on the machine that builds; nothing of it is installed.
 */
@NullMarked
package dev.liveticker.packaging;

import org.jspecify.annotations.NullMarked;
