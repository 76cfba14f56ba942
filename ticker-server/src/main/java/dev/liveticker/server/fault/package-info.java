/**
 * Faults on demand, for people who test clients: what a server can be asked to do wrong for a while. Knows the market
 * and the hub, and nothing of how faults are asked for.
 */
@NullMarked
package dev.liveticker.server.fault;

import org.jspecify.annotations.NullMarked;
