package dev.liveticker.server.transport.poll;

import dev.liveticker.codec.FrameCodec;
import dev.liveticker.codec.MalformedFrameException;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.server.access.Principal;
import dev.liveticker.server.hub.Hub;
import dev.liveticker.server.limit.Allowance;
import dev.liveticker.server.limit.Limits;
import dev.liveticker.server.limit.Ruling;
import dev.liveticker.server.transport.Gate;
import dev.liveticker.server.transport.MessageCost;
import dev.liveticker.server.transport.Problem;
import dev.liveticker.server.transport.RequestGate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Hears what is said to the sessions of this node, wherever it came in. Any thread; returns at once. */
final class Ear {

    private final Hub hub;
    private final Gate gate;
    private final Limits limits;

    Ear(Hub hub, Gate gate, Limits limits) {
        this.hub = hub;
        this.gate = gate;
        this.limits = limits;
    }

    /** Whether such a session of that client is here. */
    boolean knows(Utterance said) {
        return hub.hasSession(said.client(), said.session());
    }

    Reception hear(Utterance said) {
        Principal client = said.client();
        if (!knows(said)) {
            return Reception.unknownSession();
        }
        Allowance allowance = limits.session(said.session(), said.from(), RequestGate.counted(client));
        Optional<Reception> refusal = refusal(allowance.take(MessageCost.reading(said.body().length)));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        List<ClientMessage> frame;
        try {
            frame = FrameCodec.of(said.encoding()).decodeClientFrame(said.body());
        } catch (MalformedFrameException e) {
            return new Reception.Refused(Problem.of(400, "malformed", String.valueOf(e.getMessage())));
        }
        return refusal(allowance.take(MessageCost.doing(frame, hub.instruments().size())))
                .orElseGet(() -> pass(said, frame) ? new Reception.Heard() : Reception.unknownSession());
    }

    /** False if there is no such session any more. */
    private boolean pass(Utterance said, List<ClientMessage> frame) {
        AtomicBoolean there = new AtomicBoolean(true);
        gate.introductions(said.from())
                .pass(
                        frame,
                        messages -> there.compareAndSet(true, hub.receive(said.client(), said.session(), messages)),
                        login -> there.compareAndSet(true, hub.login(said.client(), said.session(), login)));
        return there.get();
    }

    /** Empty if it may be said. */
    static Optional<Reception> refusal(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Granted _ -> Optional.empty();
            case Ruling.Later(var retryAfter) -> Optional.of(new Reception.TooMuch(retryAfter, false));
            case Ruling.Enough(var retryAfter) -> Optional.of(new Reception.TooMuch(retryAfter, true));
        };
    }
}
