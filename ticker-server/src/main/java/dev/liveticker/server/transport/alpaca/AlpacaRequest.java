package dev.liveticker.server.transport.alpaca;

import java.util.List;
import java.util.Map;

/** What a client asks for. */
sealed interface AlpacaRequest {

    record Authenticate(String key, String secret) implements AlpacaRequest {}

    /**
     * Adds symbols to channels, or takes them off.
     *
     * @param symbols as the client writes them; {@code *} for all there are
     */
    record Change(boolean subscribe, Map<AlpacaChannel, List<String>> symbols) implements AlpacaRequest {}

    /** Asks for something that this feed does not have. */
    record Foreign() implements AlpacaRequest {}
}
