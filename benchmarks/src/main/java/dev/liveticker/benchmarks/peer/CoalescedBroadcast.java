package dev.liveticker.benchmarks.peer;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.codec.MalformedFrameException;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.Quote;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What has queued since the event loop was last free goes out as one frame, made once for all who subscribed to the
 * same, and flushed once a client. The busier it is, the larger the frames.
 */
final class CoalescedBroadcast implements NettyBroadcast {

    /** Quotes that may wait before new ones are dropped. */
    private static final int MAX_WAITING = 50_000;

    private final EventLoop loop;
    private final Interests<Group> interests = new Interests<>();
    private final Map<List<ClientMessage.Subscribe>, Group> groups = new HashMap<>();
    private final Map<Channel, Group> memberships = new HashMap<>();
    private List<Quote> waiting = new ArrayList<>();

    /** Clients that want the same, and what they get next. */
    private static final class Group {
        final List<Channel> members = new ArrayList<>();
        final List<byte[]> next = new ArrayList<>();
    }

    CoalescedBroadcast(EventLoop loop) {
        this.loop = loop;
    }

    @Override
    public void subscribe(Channel channel, String frame) throws MalformedFrameException {
        List<ClientMessage.Subscribe> subscriptions = new Interests<Channel>().add(channel, frame);
        Group group = groups.computeIfAbsent(subscriptions, wanted -> {
            Group created = new Group();
            wanted.forEach(subscribe -> interests.add(created, subscribe));
            return created;
        });
        group.members.add(channel);
        memberships.put(channel, group);
    }

    @Override
    public void gone(Channel channel) {
        Group group = memberships.remove(channel);
        if (group != null) {
            group.members.remove(channel);
        }
    }

    @Override
    public void quotes(List<Quote> quotes) {
        boolean first;
        synchronized (this) {
            first = waiting.isEmpty();
            if (waiting.size() < MAX_WAITING) {
                waiting.addAll(quotes);
            }
        }
        if (first) {
            loop.execute(this::flush);
        }
    }

    private void flush() {
        List<Quote> quotes;
        synchronized (this) {
            quotes = waiting;
            waiting = new ArrayList<>();
        }
        long now = System.nanoTime();
        for (Quote quote : quotes) {
            byte[] json = FrameCodec.of(Encoding.JSON).encode(quote);
            interests.forEach(quote.symbol(), now, group -> group.next.add(json));
        }
        for (Group group : groups.values()) {
            if (!group.next.isEmpty()) {
                send(group);
                group.next.clear();
            }
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a failed write closes the channel
    private static void send(Group group) {
        int size = 1;
        for (byte[] message : group.next) {
            size += message.length + 1;
        }
        ByteBuf shared = ByteBufAllocator.DEFAULT.directBuffer(size);
        char before = '[';
        for (byte[] message : group.next) {
            shared.writeByte(before).writeBytes(message);
            before = ',';
        }
        shared.writeByte(']');
        for (Channel channel : group.members) {
            if (channel.isWritable()) {
                channel.writeAndFlush(new TextWebSocketFrame(shared.retainedDuplicate()), channel.voidPromise());
            }
        }
        shared.release();
    }
}
