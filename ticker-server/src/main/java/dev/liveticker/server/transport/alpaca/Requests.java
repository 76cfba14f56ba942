package dev.liveticker.server.transport.alpaca;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a request together from its fields, whatever encoding they came in. */
final class Requests {

    private @Nullable String action;
    private @Nullable String key;
    private @Nullable String secret;
    private final Map<String, List<String>> lists = new HashMap<>();

    void text(String name, String value) {
        switch (name) {
            case "action" -> action = value;
            case "key" -> key = value;
            case "secret" -> secret = value;
            default -> {
                // What this version does not know may stand there.
            }
        }
    }

    void list(String name, List<String> values) {
        lists.put(name, values);
    }

    AlpacaRequest request() throws MalformedRequestException {
        return switch (action == null ? "" : action) {
            case "auth" -> {
                if (key == null || secret == null) {
                    throw new MalformedRequestException("key and secret expected");
                }
                yield new AlpacaRequest.Authenticate(key, secret);
            }
            case "subscribe" -> change(true);
            case "unsubscribe" -> change(false);
            default -> throw new MalformedRequestException("unknown action");
        };
    }

    private AlpacaRequest change(boolean subscribe) {
        Map<AlpacaChannel, List<String>> symbols = new EnumMap<>(AlpacaChannel.class);
        for (AlpacaChannel channel : AlpacaChannel.values()) {
            List<String> named = lists.remove(channel.code());
            if (named != null) {
                symbols.put(channel, named);
            }
        }
        boolean foreign = lists.values().stream().anyMatch(named -> !named.isEmpty());
        return foreign ? new AlpacaRequest.Foreign() : new AlpacaRequest.Change(subscribe, symbols);
    }
}
