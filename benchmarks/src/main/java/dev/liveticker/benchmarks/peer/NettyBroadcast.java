package dev.liveticker.benchmarks.peer;

import dev.liveticker.codec.MalformedFrameException;
import dev.liveticker.message.Quote;
import io.netty.channel.Channel;
import java.util.List;

/** A way to send quotes to Netty channels. */
interface NettyBroadcast {

    /** Called on the event loop. */
    void subscribe(Channel channel, String frame) throws MalformedFrameException;

    /** Called on the event loop. */
    void gone(Channel channel);

    /** Called on the market's thread. */
    void quotes(List<Quote> quotes);
}
