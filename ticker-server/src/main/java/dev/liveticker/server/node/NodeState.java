package dev.liveticker.server.node;

import dev.liveticker.server.alert.AlertState;
import dev.liveticker.server.hub.HubState;
import java.util.List;

/**
 * All that a node knows after some entry of the log.
 *
 * @param hub of the market
 * @param alerts of users
 * @param tradeIds the newest of each instrument
 */
record NodeState(HubState hub, AlertState alerts, List<Long> tradeIds) {}
