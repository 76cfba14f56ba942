package dev.liveticker.benchmarks.peer;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.codec.MalformedFrameException;
import dev.liveticker.message.Quote;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Every quote is a frame of its own, written and flushed at once. */
final class ImmediateBroadcast implements NettyBroadcast {

    /** Batches the event loop may be behind before quotes are dropped. */
    private static final int MAX_BEHIND = 100;

    private final EventLoop loop;
    private final Interests<Channel> interests = new Interests<>();
    private final AtomicInteger behind = new AtomicInteger();

    ImmediateBroadcast(EventLoop loop) {
        this.loop = loop;
    }

    @Override
    public void subscribe(Channel channel, String frame) throws MalformedFrameException {
        interests.add(channel, frame);
    }

    @Override
    public void gone(Channel channel) {
        interests.remove(channel);
    }

    @Override
    public void quotes(List<Quote> quotes) {
        if (behind.get() < MAX_BEHIND) {
            behind.incrementAndGet();
            loop.execute(() -> {
                behind.decrementAndGet();
                quotes.forEach(this::send);
            });
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a failed write closes the channel
    private void send(Quote quote) {
        ByteBuf shared = Unpooled.directBuffer(256)
                .writeBytes(FrameCodec.of(Encoding.JSON).encode(quote));
        interests.forEach(quote.symbol(), System.nanoTime(), channel -> {
            if (channel.isWritable()) {
                channel.writeAndFlush(new TextWebSocketFrame(shared.retainedDuplicate()), channel.voidPromise());
            }
        });
        shared.release();
    }
}
