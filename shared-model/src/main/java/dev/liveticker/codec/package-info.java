/** Turns frames of messages into bytes and back: {@link dev.liveticker.codec.FrameCodec}, as JSON or CBOR. */
@NullMarked
package dev.liveticker.codec;

import org.jspecify.annotations.NullMarked;
