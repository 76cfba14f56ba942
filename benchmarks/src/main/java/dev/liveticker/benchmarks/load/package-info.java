/**
 * The fan-out load client: thousands of subscribers in one process that count what they are sent, exactly and cheaply
 * enough that the server and not they are the limit.
 */
@NullMarked
package dev.liveticker.benchmarks.load;

import org.jspecify.annotations.NullMarked;
