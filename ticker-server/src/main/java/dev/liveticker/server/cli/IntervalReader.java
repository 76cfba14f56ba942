package dev.liveticker.server.cli;

import dev.liveticker.model.Interval;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the length of bars of an option. */
final class IntervalReader implements ITypeConverter<Interval> {

    @Override
    public Interval convert(String text) {
        return Interval.parse(text)
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of 1m, 5m, 15m, 1h and 1d"));
    }
}
