/**
 * When what trades, and how busily: trading hours by zone, weekday and holiday rule, and the patterns of a day. Knows
 * nothing of prices.
 */
@NullMarked
package dev.liveticker.server.market.calendar;

import org.jspecify.annotations.NullMarked;
