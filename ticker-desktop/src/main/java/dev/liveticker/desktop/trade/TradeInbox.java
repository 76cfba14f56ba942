package dev.liveticker.desktop.trade;

import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.FeedListener;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Subscribed;
import dev.liveticker.message.Trade;
import dev.liveticker.message.Welcome;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Trades of one symbol between the feed's thread, which brings them, and the FX thread, which fetches them once a
 * pulse. More than there is room for on the screen are not kept: the oldest are let go.
 */
public final class TradeInbox implements FeedListener {

    private final TreeMap<Long, Trade> trades = new TreeMap<>();
    private @Nullable Symbol watched;
    private @Nullable String epoch;
    private boolean anew;
    private boolean awaited;
    private boolean begun;

    /**
     * What came since the last look.
     *
     * @param trades by their number, the oldest first
     * @param anew whether the market began to number them anew, before these
     * @param begun whether all that happens is streamed from now on: what happened before must be fetched after that
     */
    record Delivery(List<Trade> trades, boolean anew, boolean begun) {}

    @Override
    public synchronized void onMessages(List<ServerMessage> messages) {
        for (ServerMessage message : messages) {
            if (message instanceof Welcome welcome) {
                begin(welcome.epoch());
            } else if (message instanceof Subscribed subscribed && concerns(subscribed)) {
                begun |= !subscribed.resumed();
                awaited = false;
            } else if (message instanceof Trade trade && trade.symbol().equals(watched)) {
                trades.put(trade.tradeId(), trade);
                if (trades.size() > TradeLog.MOST) {
                    trades.pollFirstEntry();
                }
            }
        }
    }

    @Override
    public void onState(ConnectionState state) {
        // What was lost meanwhile is told by the numbers of what comes then.
    }

    /** From now on trades of this symbol, or none. */
    synchronized void watch(@Nullable Symbol symbol) {
        watched = symbol;
        trades.clear();
        anew = false;
        awaited = true;
        begun = false;
    }

    synchronized Delivery drain() {
        Delivery delivery = new Delivery(new ArrayList<>(trades.values()), anew, begun);
        trades.clear();
        anew = false;
        begun = false;
        return delivery;
    }

    /** The first answer that names the symbol; those after it are about others. */
    private boolean concerns(Subscribed subscribed) {
        return awaited
                && watched != null
                && subscribed.channel() == Channel.TRADES
                && subscribed.symbols().contains(watched);
    }

    /** Another server, or the same begun anew: no number is whose it was. */
    private void begin(String newEpoch) {
        if (epoch != null && !epoch.equals(newEpoch)) {
            trades.clear();
            anew = true;
        }
        awaited = true;
        epoch = newEpoch;
    }
}
