/**
 * Where prices come from: {@link dev.liveticker.server.market.MarketSource} and its kinds. Knows nothing of who
 * listens.
 */
@NullMarked
package dev.liveticker.server.market;

import org.jspecify.annotations.NullMarked;
