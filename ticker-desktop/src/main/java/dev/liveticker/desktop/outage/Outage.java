package dev.liveticker.desktop.outage;

import dev.liveticker.desktop.text.Texts;
import dev.liveticker.feed.FaultRequest;
import dev.liveticker.model.FaultKind;
import dev.liveticker.model.Symbol;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be simulated from the menu. */
public enum Outage {
    /** Every connection is cut. */
    CUT,
    /** The server says good-bye and turns everybody away. */
    CLOSE,
    /** Nothing is heard any more. */
    STALL,
    DELAY,
    SKIP,
    /** Of the chosen symbol. */
    HALT;

    private static final int MILLIS_LATE = 1_000;

    /**
     * What is asked of the server.
     *
     * @param symbol the chosen one; absent for none
     * @return empty if it needs a symbol and there is none
     */
    Optional<FaultRequest> request(int seconds, @Nullable Symbol symbol) {
        return switch (this) {
            case CUT -> Optional.of(FaultRequest.of(FaultKind.DROP, seconds).cutting("abort"));
            case CLOSE -> Optional.of(FaultRequest.of(FaultKind.DROP, seconds).cutting("close"));
            case STALL -> Optional.of(FaultRequest.of(FaultKind.STALL, seconds));
            case DELAY -> Optional.of(FaultRequest.of(FaultKind.DELAY, seconds).byMillis(MILLIS_LATE));
            case SKIP -> Optional.of(FaultRequest.of(FaultKind.SKIP, seconds));
            case HALT ->
                Optional.ofNullable(symbol)
                        .map(chosen -> FaultRequest.of(FaultKind.HALT, seconds).ofSymbols(List.of(chosen)));
        };
    }

    /** Its name in the menu. */
    String title(@Nullable Symbol symbol) {
        return switch (this) {
            case CUT -> Texts.of("outage.cut");
            case CLOSE -> Texts.of("outage.close");
            case STALL -> Texts.of("outage.stall");
            case DELAY -> Texts.of("outage.delay");
            case SKIP -> Texts.of("outage.skip");
            case HALT -> symbol == null ? Texts.of("outage.halt.none") : Texts.of("outage.halt", symbol.text());
        };
    }
}
