package dev.liveticker.desktop.chart;

import dev.liveticker.message.ServerMessage;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An inbox for each chart there is, and one for what each is compared with. Safe in any thread. */
public final class BarInboxes {

    private final List<BarInbox> inboxes = new CopyOnWriteArrayList<>();

    /** One more; it gets what comes from now on. */
    BarInbox open() {
        BarInbox inbox = new BarInbox();
        inboxes.add(inbox);
        return inbox;
    }

    /** It gets nothing more. */
    void close(BarInbox inbox) {
        inboxes.remove(inbox);
    }

    /** Takes in bars; other messages do not concern it. */
    public void accept(Collection<ServerMessage> messages) {
        for (BarInbox inbox : inboxes) {
            inbox.accept(messages);
        }
    }
}
