package dev.liveticker.server.cli;

import dev.liveticker.server.market.Speed;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How fast time goes by in a market that is made here, simulated or replayed. */
final class SpeedOptions {

    /** Reads a speed of an option. */
    static final class Reader implements ITypeConverter<Speed> {
        @Override
        public Speed convert(String text) {
            try {
                return Speed.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }

    @Option(
            names = "--speed",
            paramLabel = "N",
            converter = Reader.class,
            description = "How many seconds pass in the market in one second: 0.1 to 1000, or max for as fast as this"
                    + " machine keeps up (default: 1). What happens is the same at any speed.")
    private @Nullable Speed speed;

    /** The one given, else that of the clock. */
    Speed speed() {
        return speed == null ? Speed.REAL_TIME : speed;
    }
}
