package dev.liveticker.server.alert;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An alert fired.
 *
 * @param alert as it is afterwards
 * @param price that made it
 * @param previousClose of the symbol, where known
 * @param time microseconds since the Unix epoch, UTC
 */
record Firing(OwnedAlert alert, BigDecimal price, @Nullable BigDecimal previousClose, long time) {}
