package dev.liveticker.server.venue;

/**
 * What a venue says of the session, or of the last 24 hours where it trades round the clock. What is absent stays as it
 * was.
 */
public record DayFigures(Figure volume, Figure open, Figure high, Figure low, Figure previousClose) {}
