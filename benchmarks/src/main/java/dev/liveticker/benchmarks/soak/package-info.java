/**
 * Hours of misfortune: two nodes, a Redis, hundreds of clients on every transport and some desktops' worth of feeds, to
 * which something bad happens every few seconds. Now and then all is quiet, and then every client must believe what the
 * servers do, and nothing may have grown.
 */
@NullMarked
package dev.liveticker.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
