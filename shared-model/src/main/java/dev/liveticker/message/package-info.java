/**
 * What travels between server and client: {@link dev.liveticker.message.ServerMessage} one way,
 * {@link dev.liveticker.message.ClientMessage} the other. Immutable records, the same on every transport;
 * {@code docs/protocol.md} says what each means. Times are microseconds since the Unix epoch, UTC; prices and sizes are
 * exact decimals; what is unknown is {@code null} here and absent on the wire, never zero.
 */
@NullMarked
package dev.liveticker.message;

import org.jspecify.annotations.NullMarked;
