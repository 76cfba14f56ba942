package dev.liveticker.server.transport.poll;

import dev.liveticker.message.End;
import dev.liveticker.server.cluster.Peers;
import dev.liveticker.server.transport.Problem;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is said to the sessions of other nodes: passed on to the node that the session's name begins with, and judged
 * there as if it had come in there. Any thread; nothing here waits.
 */
final class OtherNodes {

    private static final Logger log = LoggerFactory.getLogger(OtherNodes.class);

    /** Each holds its body in memory for as long as the other node may take. */
    private static final int AT_ONCE = 500;

    private static final int NAME_LENGTH = 8;
    private static final Pattern SESSION = Pattern.compile("[0-9a-f]{8}[0-9a-f]{1,56}");

    private static final Problem AWAY =
            Problem.of(503, "cluster_away", "the node of that session cannot be asked now; come again");

    private final Peers peers;
    private final Semaphore free = new Semaphore(AT_ONCE);

    private OtherNodes(Peers peers) {
        this.peers = peers;
    }

    /** Those of a cluster, which are answered by this ear from now on. */
    static OtherNodes of(Peers peers, Ear ear) {
        peers.answering(question -> CompletableFuture.completedFuture(answer(question, ear)));
        return new OtherNodes(peers);
    }

    private static byte[] answer(byte[] question, Ear ear) {
        try {
            return ear.hear(Utterance.of(question)).toBytes();
        } catch (IOException e) {
            log.warn("Another node asked something that cannot be read", e);
            return new Reception.Refused(AWAY).toBytes();
        }
    }

    /** The node that such a session would be on; empty if it would be here, or nowhere. */
    Optional<String> home(String session) {
        if (!SESSION.matcher(session).matches() || session.startsWith(peers.self())) {
            return Optional.empty();
        }
        return Optional.of(session.substring(0, NAME_LENGTH));
    }

    /** Never fails. */
    CompletableFuture<Reception> pass(String node, Utterance said) {
        if (!free.tryAcquire()) {
            return CompletableFuture.completedFuture(new Reception.Refused(Problem.of(End.OVERLOADED)));
        }
        return peers.ask(node, said.toBytes()).handle((answer, failure) -> {
            free.release();
            if (failure != null) {
                log.debug("Node {} cannot be asked", node, failure);
                return new Reception.Refused(AWAY);
            }
            return answer.map(OtherNodes::read).orElseGet(Reception::unknownSession);
        });
    }

    private static Reception read(byte[] answer) {
        try {
            return Reception.of(answer);
        } catch (IOException e) {
            log.warn("Another node's answer cannot be read", e);
            return new Reception.Refused(AWAY);
        }
    }
}
