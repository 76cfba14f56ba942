package dev.liveticker.server.fault;

import dev.liveticker.model.FaultKind;
import dev.liveticker.model.Symbol;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** Something the server is to do wrong, and for how long: 1 second to an hour. */
public sealed interface Fault {

    Duration LONGEST = Duration.ofHours(1);

    /** Of a {@link Delay}. */
    Duration LATEST = Duration.ofSeconds(10);

    FaultKind kind();

    Duration length();

    /** How connections are cut. */
    enum Cut {
        /** Without a word (RST), and so is every request. */
        ABORT,
        /** With a good-bye, and every request is answered 503 with {@code Retry-After}. */
        CLOSE;

        /** The spelling in a request. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Every connection is cut, and none is served. */
    record Drop(Duration length, Cut how) implements Fault {

        @Override
        public FaultKind kind() {
            return FaultKind.DROP;
        }
    }

    /** Connections and requests are taken, and nothing is sent at all. */
    record Stall(Duration length) implements Fault {

        @Override
        public FaultKind kind() {
            return FaultKind.STALL;
        }
    }

    /**
     * Everything leaves late, in its order.
     *
     * @param by a millisecond to {@link #LATEST}
     */
    record Delay(Duration length, Duration by) implements Fault {

        @Override
        public FaultKind kind() {
            return FaultKind.DELAY;
        }
    }

    /**
     * One trade of each symbol gets lost every second: it is to be had by REST, and is in no stream.
     *
     * @param symbols whose; empty for all
     * @param times how many of each symbol at most
     */
    record Skip(Duration length, Set<Symbol> symbols, int times) implements Fault {

        public Skip {
            symbols = Set.copyOf(symbols);
        }

        @Override
        public FaultKind kind() {
            return FaultKind.SKIP;
        }
    }

    /** Trading in these symbols is halted: they are neither quoted nor traded. */
    record Halt(Duration length, Set<Symbol> symbols) implements Fault {

        public Halt {
            symbols = Set.copyOf(symbols);
        }

        @Override
        public FaultKind kind() {
            return FaultKind.HALT;
        }
    }
}
