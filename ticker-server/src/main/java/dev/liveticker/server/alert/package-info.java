/**
 * Users' price alerts and the notifications they fire, which are kept until acknowledged: evaluated in the market's
 * order on a thread of its own, saved before anybody is told.
 */
@NullMarked
package dev.liveticker.server.alert;

import org.jspecify.annotations.NullMarked;
