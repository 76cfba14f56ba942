package dev.liveticker.server.transport;

import dev.liveticker.message.ClientMessage;
import java.util.List;

/** What it costs the server to be told something, in plain messages. */
public final class MessageCost {

    private static final int BYTES_EACH = 4 * 1024;
    private static final int SYMBOLS_EACH = 100;

    /** A user may have hundreds of them, and each is as long as a symbol's answer. */
    private static final int LIST_OF_ALERTS = 5;

    private MessageCost() {}

    /** Of reading a frame, before it is known what it says. */
    public static long reading(int bytes) {
        return 1L + bytes / BYTES_EACH;
    }

    /**
     * Of doing what a frame says, after it was read.
     *
     * @param traded how many symbols there are, for those that ask for all
     */
    public static long doing(List<ClientMessage> messages, int traded) {
        long cost = 0;
        for (ClientMessage message : messages) {
            cost += switch (message) {
                case ClientMessage.Subscribe subscribe -> 1 + symbols(subscribe.symbols(), traded);
                case ClientMessage.Unsubscribe unsubscribe -> 1 + symbols(unsubscribe.symbols(), traded);
                case ClientMessage.ListAlerts _ -> LIST_OF_ALERTS;
                case ClientMessage.Ping _,
                        ClientMessage.Authenticate _,
                        ClientMessage.SetAlert _,
                        ClientMessage.RemoveAlert _,
                        ClientMessage.Acknowledge _,
                        ClientMessage.Unrecognized _ -> 1;
            };
        }
        // The first was paid for by reading.
        return Math.max(0, cost - 1);
    }

    private static int symbols(List<String> symbols, int traded) {
        return (symbols.contains(ClientMessage.ALL_SYMBOLS) ? traded : symbols.size()) / SYMBOLS_EACH;
    }
}
