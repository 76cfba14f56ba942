package dev.liveticker.server.fault;

import java.time.Duration;

/**
 * A fault that goes on.
 *
 * @param left how long still; above zero
 */
public record RunningFault(Fault fault, Duration left) {}
