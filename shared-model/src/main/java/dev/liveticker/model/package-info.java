/**
 * The words a market is described in: {@link dev.liveticker.model.Symbol symbols},
 * {@link dev.liveticker.model.Instrument instruments}, {@link dev.liveticker.model.Interval intervals}. Immutable
 * values without I/O, safe in any thread.
 */
@NullMarked
package dev.liveticker.model;

import org.jspecify.annotations.NullMarked;
