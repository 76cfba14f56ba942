package dev.liveticker.server.hub;

import dev.liveticker.codec.Encoding;
import dev.liveticker.message.ServerMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber is still to be told for itself: answers to what it asked. They are the only messages kept for one
 * client, bounded in number and bytes; all else is read from what all share when a frame is made.
 *
 * <p>So a reader that stops costs, however long and whatever happens meanwhile, at most {@link HubSettings#outboxBytes}
 * for its answers and the frame on its way, and some 100 bytes for each value it is owed. (A polling client's last
 * answers are kept until it confirms them, within the same bound once more.)
 */
final class Outbox {

    private static final int MAX_ANSWERS = 1_000;

    private final Runnable wake;
    private final int maxBytes;
    private final ArrayDeque<EncodedMessage> answers = new ArrayDeque<>(2);
    private final ArrayDeque<EncodedMessage> asides = new ArrayDeque<>(0);
    private final List<EncodedMessage> unconfirmed = new ArrayList<>(0);
    private long answerBytes;
    private boolean overflown;

    /**
     * @param maxBytes of answers and the frame on its way together
     * @param wake called when there is something new to say
     */
    Outbox(int maxBytes, Runnable wake) {
        this.maxBytes = maxBytes;
        this.wake = wake;
    }

    /**
     * Answers the client. What would be more than the bound makes it {@link #overflown}; a lone answer never is.
     *
     * @param onTheirWay bytes of the frame that is being written
     */
    void say(ServerMessage answer, Encoding encoding, int onTheirWay) {
        EncodedMessage encoded = new EncodedMessage(answer);
        int bytes = encoded.in(encoding).length;
        long waiting = answerBytes + onTheirWay;
        if (answers.size() >= MAX_ANSWERS || (waiting > 0 && waiting + bytes > maxBytes)) {
            overflown = true;
        } else {
            answers.addLast(encoded);
            answerBytes += bytes;
        }
        wake.run();
    }

    /** Says something with whatever is said next; by itself it is no reason to. It replaces what was so said before. */
    void aside(List<? extends ServerMessage> messages) {
        asides.clear();
        messages.forEach(message -> asides.addLast(new EncodedMessage(message)));
    }

    /** The next aside, taken out. */
    @Nullable
    EncodedMessage nextAside() {
        return asides.pollFirst();
    }

    /** The next answer, left where it is. */
    @Nullable
    EncodedMessage nextAnswer() {
        return answers.peekFirst();
    }

    /**
     * Takes out the next answer.
     *
     * @param remember whether it may have to be {@link #undo given again}
     */
    void answered(Encoding encoding, boolean remember) {
        EncodedMessage taken = answers.removeFirst();
        answerBytes -= taken.in(encoding).length;
        if (remember) {
            unconfirmed.add(taken);
        }
    }

    /** What was answered arrived. */
    void arrived() {
        unconfirmed.clear();
    }

    /** What was answered did not arrive; it comes again, before all else. */
    void undo(Encoding encoding) {
        for (EncodedMessage answer : unconfirmed.reversed()) {
            answers.addFirst(answer);
        }
        unconfirmed.clear();
        recount(encoding);
    }

    /** From now on the answers that wait are to leave in this encoding, and have another size. */
    void recount(Encoding encoding) {
        answerBytes = 0;
        answers.forEach(answer -> answerBytes += answer.in(encoding).length);
    }

    /** Whether an answer had to be dropped, so that the subscriber cannot stay. */
    boolean overflown() {
        return overflown;
    }

    boolean hasAnswers() {
        return !answers.isEmpty();
    }

    /** The size of the answers that wait. */
    long answerBytes() {
        return answerBytes;
    }
}
