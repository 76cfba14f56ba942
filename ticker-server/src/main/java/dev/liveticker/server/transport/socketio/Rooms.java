package dev.liveticker.server.transport.socketio;

import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.ClientMessage.Subscribe;
import dev.liveticker.message.ClientMessage.Unsubscribe;
import dev.liveticker.message.Subscribed;
import dev.liveticker.model.Channel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Rooms are symbols: who is in one is sent its quotes and its trades. What is asked of them, and what came of it. */
final class Rooms {

    /** What a room consists of, in the order it is asked for. */
    private static final List<Channel> CHANNELS = List.of(Channel.QUOTES, Channel.TRADES);

    private Rooms() {}

    /** The symbols a client names: one, or a list; empty if it names them otherwise. */
    static Optional<List<String>> symbols(List<JsonNode> arguments) {
        JsonNode named = arguments.isEmpty() ? null : arguments.getFirst();
        if (named != null && named.isString()) {
            return Optional.of(List.of(named.stringValue("")));
        }
        if (named == null || !named.isArray() || named.isEmpty()) {
            return Optional.empty();
        }
        List<String> symbols =
                named.valueStream().map(each -> each.stringValue("")).toList();
        return named.valueStream().allMatch(JsonNode::isString) ? Optional.of(symbols) : Optional.empty();
    }

    static List<ClientMessage> join(String id, List<String> symbols) {
        return CHANNELS.stream()
                .<ClientMessage>map(channel -> new Subscribe(id, channel, symbols, null, null, null))
                .toList();
    }

    static List<ClientMessage> leave(String id, List<String> symbols) {
        return CHANNELS.stream()
                .<ClientMessage>map(channel -> new Unsubscribe(id, channel, symbols, null))
                .toList();
    }

    /** What came of a request, told channel by channel. */
    static final class Outcome {

        private final List<String> asked;
        private final Map<String, String> rejected = new LinkedHashMap<>();
        private int answers;

        /** @param asked symbols as the client wrote them */
        Outcome(List<String> asked) {
            this.asked = asked;
        }

        /** Takes an answer in; true if it was the last. A symbol that can be had on one channel is not rejected. */
        boolean take(Subscribed answer) {
            Map<String, String> here = new TreeMap<>();
            answer.rejected().forEach(rejection -> here.put(rejection.symbol(), rejection.code()));
            if (answers == 0) {
                rejected.putAll(here);
            } else {
                rejected.keySet().retainAll(here.keySet());
            }
            answers++;
            return answers == CHANNELS.size();
        }

        /** In the order asked, in the symbols' own spelling. */
        List<String> accepted() {
            return asked.stream()
                    .filter(symbol -> !rejected.containsKey(symbol))
                    .map(symbol -> symbol.strip().toUpperCase(Locale.ROOT))
                    .distinct()
                    .toList();
        }

        List<Subscribed.Rejection> rejected() {
            return rejected.entrySet().stream()
                    .map(each -> new Subscribed.Rejection(each.getKey(), each.getValue()))
                    .toList();
        }
    }
}
