package dev.liveticker.server.venue;

/** The best bid and ask, as a whole: what is absent does not exist. */
public record TopOfBook(Figure bid, Figure bidSize, Figure ask, Figure askSize) {}
