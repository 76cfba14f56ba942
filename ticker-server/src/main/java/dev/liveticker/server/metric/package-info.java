/**
 * What can be read at {@code /metrics}: what hub, transports, alerts, archive and cluster count is put up under names
 * that Prometheus expects. They know nothing of it; it asks them when it is asked.
 */
@NullMarked
package dev.liveticker.server.metric;

import org.jspecify.annotations.NullMarked;
