/**
 * What the server is compared with: the same quotes and the same subscriptions, served by others' libraries, each as
 * its own documentation would have it done. Every peer is told what to do by
 * {@link dev.liveticker.benchmarks.peer.Reins}.
 */
@NullMarked
package dev.liveticker.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
