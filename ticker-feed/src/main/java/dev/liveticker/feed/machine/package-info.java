/**
 * When to connect, how, and when to give up: {@link dev.liveticker.feed.machine.ConnectionMachine}, which decides, and
 * neither sleeps nor opens a socket.
 */
@NullMarked
package dev.liveticker.feed.machine;

import org.jspecify.annotations.NullMarked;
