/**
 * A server as one of several: what entries of the cluster's log mean to hub and alerts, what of these goes into a state
 * that another node can take up, and running the market while it is this node's turn.
 */
@NullMarked
package dev.liveticker.server.node;

import org.jspecify.annotations.NullMarked;
