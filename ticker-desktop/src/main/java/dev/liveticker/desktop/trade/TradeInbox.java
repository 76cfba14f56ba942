package dev.liveticker.desktop.trade;

import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.FeedListener;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Trade;
import dev.liveticker.message.Welcome;
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

    /**
     * What came since the last look.
     *
     * @param trades by their number, the oldest first
     * @param anew whether the market began to number them anew, before these
     */
    record Delivery(List<Trade> trades, boolean anew) {}

    @Override
    public synchronized void onMessages(List<ServerMessage> messages) {
        for (ServerMessage message : messages) {
            if (message instanceof Welcome welcome) {
                begin(welcome.epoch());
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
    }

    synchronized Delivery drain() {
        Delivery delivery = new Delivery(new ArrayList<>(trades.values()), anew);
        trades.clear();
        anew = false;
        return delivery;
    }

    /** Another server, or the same begun anew: no number is whose it was. */
    private void begin(String newEpoch) {
        if (epoch != null && !epoch.equals(newEpoch)) {
            trades.clear();
            anew = true;
        }
        epoch = newEpoch;
    }
}
