package dev.liveticker.server.hub;

import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.ClientMessage.Subscribe;
import dev.liveticker.message.ClientMessage.Unsubscribe;
import dev.liveticker.message.Subscribed;
import dev.liveticker.message.Subscribed.Rejection;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.access.Principal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps what a client subscribes to within what it may see. */
final class Permissions {

    static final String NOT_ALLOWED = "not_allowed";

    private final Board board;

    Permissions(Board board) {
        this.board = board;
    }

    /**
     * A request without what may not be.
     *
     * @param refused what was left out
     */
    record Allowed(Subscribe request, List<Rejection> refused) {

        /** The answer to the request as it was made. */
        Subscriptions.Outcome complete(Subscriptions.Outcome outcome) {
            if (refused.isEmpty()) {
                return outcome;
            }
            return new Subscriptions.Outcome(with(outcome.answer(), refused), outcome.added(), outcome.gap());
        }
    }

    Allowed allowed(Principal principal, Subscribe request) {
        if (!principal.allows(request.channel())) {
            List<Rejection> refused = new LinkedHashSet<>(request.symbols())
                    .stream().map(symbol -> new Rejection(symbol, NOT_ALLOWED)).toList();
            return new Allowed(with(request, List.of()), refused);
        }
        if (principal.symbols().all()) {
            return new Allowed(request, List.of());
        }
        Set<String> kept = new LinkedHashSet<>();
        List<Rejection> refused = new ArrayList<>();
        for (String text : new LinkedHashSet<>(request.symbols())) {
            Symbol symbol = Symbol.parse(text).orElse(null);
            if (text.equals(ClientMessage.ALL_SYMBOLS)) {
                board.slots().stream()
                        .map(SymbolSlot::symbol)
                        .filter(principal::allows)
                        .forEach(each -> kept.add(each.text()));
            } else if (symbol != null && !principal.allows(symbol)) {
                // Also where there is none of that name: what there is is not for everybody to know.
                refused.add(new Rejection(text, NOT_ALLOWED));
            } else {
                kept.add(text);
            }
        }
        return new Allowed(with(request, List.copyOf(kept)), refused);
    }

    /** Takes from a session what it has and may no longer have. */
    List<Subscribed> narrow(Session session) {
        List<Subscribed> told = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            if (channel == Channel.BARS) {
                for (Interval interval : Interval.values()) {
                    narrow(session, channel, interval, told);
                }
            } else {
                narrow(session, channel, null, told);
            }
        }
        return told;
    }

    private static void narrow(Session session, Channel channel, @Nullable Interval interval, List<Subscribed> told) {
        Principal principal = session.principal();
        boolean open = principal.allows(channel);
        if (open && principal.symbols().all()) {
            return;
        }
        // To take nothing off is to ask what is there.
        List<String> forbidden =
                session
                        .subscriptions()
                        .unsubscribe(new Unsubscribe(null, channel, List.of(), interval))
                        .symbols()
                        .stream()
                        .filter(symbol -> !open || !principal.allows(symbol))
                        .map(Symbol::text)
                        .toList();
        if (!forbidden.isEmpty()) {
            Subscribed left = session.subscriptions().unsubscribe(new Unsubscribe(null, channel, forbidden, interval));
            told.add(with(
                    left,
                    forbidden.stream()
                            .map(symbol -> new Rejection(symbol, NOT_ALLOWED))
                            .toList()));
        }
    }

    private static Subscribe with(Subscribe request, List<String> symbols) {
        return new Subscribe(
                request.id(), request.channel(), symbols, request.interval(), request.maxRate(), request.since());
    }

    private static Subscribed with(Subscribed answer, List<Rejection> more) {
        List<Rejection> rejected = new ArrayList<>(answer.rejected());
        rejected.addAll(more);
        return new Subscribed(
                answer.id(), answer.channel(), answer.interval(), answer.symbols(), rejected, answer.resumed());
    }
}
