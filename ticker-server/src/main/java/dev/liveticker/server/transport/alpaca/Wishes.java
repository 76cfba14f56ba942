package dev.liveticker.server.transport.alpaca;

import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.ClientMessage.Subscribe;
import dev.liveticker.message.ClientMessage.Unsubscribe;
import dev.liveticker.message.Subscribed;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Symbol;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What one client is subscribed to, by the hub's answers, and which of its requests wait for those. */
final class Wishes {

    /** On the channel that the hub knows nothing of; half a megabyte at the most. */
    private static final int MOST_SILENT = 5_000;

    private final Map<AlpacaChannel, List<Symbol>> symbols = new EnumMap<>(AlpacaChannel.class);
    /** Where the client asked for all there are; what those are is not kept. */
    private final Set<AlpacaChannel> stars = EnumSet.noneOf(AlpacaChannel.class);

    private final Set<String> silent = new LinkedHashSet<>();
    private final Map<String, Pending> pending = new HashMap<>();
    private long asked;
    private StatusWish status = StatusWish.NONE;

    /** A request, and what of it is still to be answered. */
    private static final class Pending {

        private final Set<AlpacaError> errors = EnumSet.noneOf(AlpacaError.class);
        private int answers;

        Pending(int answers) {
            this.answers = answers;
        }
    }

    /** How many requests wait for the hub. */
    int pending() {
        return pending.size();
    }

    /** What to ask of the hub; nothing if the request is done already. */
    List<ClientMessage> ask(AlpacaRequest.Change change) {
        String id = "r" + asked++;
        change.symbols().forEach((channel, named) -> {
            if (channel.channel() == null) {
                changeSilent(change.subscribe(), named);
            } else if (!change.subscribe()) {
                stars.remove(channel);
            } else if (named.contains(ClientMessage.ALL_SYMBOLS)) {
                stars.add(channel);
            }
        });
        List<ClientMessage> messages = messages(id, change);
        if (!messages.isEmpty()) {
            pending.put(id, new Pending(messages.size()));
        }
        return messages;
    }

    /** A request in the hub's words. */
    static List<ClientMessage> messages(String id, AlpacaRequest.Change change) {
        List<ClientMessage> messages = new ArrayList<>();
        change.symbols().forEach((channel, named) -> {
            Channel behind = channel.channel();
            if (behind != null && !named.isEmpty()) {
                messages.add(
                        change.subscribe()
                                ? new Subscribe(id, behind, named, channel.interval(), channel.maxRate(), null)
                                : new Unsubscribe(id, behind, named, channel.interval()));
            }
        });
        return messages;
    }

    private void changeSilent(boolean add, List<String> named) {
        if (add) {
            named.stream()
                    .flatMap(Wishes::spelled)
                    .limit(Math.max(0, MOST_SILENT - silent.size()))
                    .forEach(silent::add);
        } else if (named.contains(ClientMessage.ALL_SYMBOLS)) {
            silent.clear();
        } else {
            named.stream().flatMap(Wishes::spelled).forEach(silent::remove);
        }
    }

    private static Stream<String> spelled(String name) {
        return name.equals(ClientMessage.ALL_SYMBOLS) ? Stream.of(name) : Symbol.parse(name).map(Symbol::text).stream();
    }

    /** What is to be said once a request is answered. */
    record Answered(Set<AlpacaError> errors) {}

    /** Takes an answer in; what is to be said if it was the last of a request, or of none. */
    Optional<Answered> take(Subscribed answer) {
        AlpacaChannel.of(answer).ifPresent(channel -> keep(channel, answer.symbols()));
        Pending request = answer.id() == null ? new Pending(1) : pending.get(answer.id());
        if (request == null) {
            return Optional.empty();
        }
        for (Subscribed.Rejection rejection : answer.rejected()) {
            // An unknown symbol is no error here: the answer does not name it.
            if (rejection.code().equals("too_many_symbols") || rejection.code().equals("not_allowed")) {
                request.errors.add(AlpacaError.of(rejection.code()));
            }
        }
        request.answers--;
        if (request.answers > 0) {
            return Optional.empty();
        }
        pending.remove(String.valueOf(answer.id()));
        status = statusWish();
        return Optional.of(new Answered(request.errors));
    }

    private void keep(AlpacaChannel channel, List<Symbol> had) {
        if (had.isEmpty()) {
            stars.remove(channel);
        }
        symbols.put(channel, stars.contains(channel) ? List.of() : had);
    }

    /** Whose status the client wants to hear of. */
    StatusWish status() {
        return status;
    }

    private StatusWish statusWish() {
        if (stars.contains(AlpacaChannel.STATUSES)) {
            return StatusWish.ALL;
        }
        List<Symbol> wanted = symbols.getOrDefault(AlpacaChannel.STATUSES, List.of());
        if (wanted.isEmpty()) {
            return StatusWish.NONE;
        }
        Set<Symbol> set = new HashSet<>(wanted);
        boolean all = stars.isEmpty() && symbols.values().stream().allMatch(set::containsAll);
        return all ? StatusWish.ALL : new StatusWish.Some(set);
    }

    /** All of it, as it is told. */
    Map<AlpacaChannel, List<String>> subscription() {
        Map<AlpacaChannel, List<String>> told = new EnumMap<>(AlpacaChannel.class);
        symbols.forEach((channel, had) ->
                told.put(channel, had.stream().map(Symbol::text).toList()));
        stars.forEach(channel -> told.put(channel, List.of(ClientMessage.ALL_SYMBOLS)));
        told.put(AlpacaChannel.UPDATED_BARS, List.copyOf(silent));
        return told;
    }
}
