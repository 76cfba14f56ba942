package dev.liveticker.benchmarks.peer;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.net.InetSocketAddress;

/**
 * A plain Netty broadcaster: one event loop, a text frame over a shared buffer. Either each quote is written and
 * flushed to each client, or what has queued since the last flush goes out as one frame for all who want the same.
 */
public final class NettyPeer {

    private static final int MAX_REQUEST = 64 << 10;
    private static final int BACKLOG = 1024;

    /** What waits for a client before quotes are dropped for it. */
    private static final WriteBufferWaterMark WATER_MARK = new WriteBufferWaterMark(512 << 10, 1 << 20);

    private NettyPeer() {}

    public static void main(String[] args) throws Exception {
        PeerOptions options = PeerOptions.of(args);
        EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        NettyBroadcast broadcast =
                options.coalesce() ? new CoalescedBroadcast(loop.next()) : new ImmediateBroadcast(loop.next());
        Channel listening = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER_MARK)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(new HttpServerCodec())
                                .addLast(new HttpObjectAggregator(MAX_REQUEST))
                                .addLast(new WebSocketServerProtocolHandler("/v1/ws"))
                                .addLast(new NettyClient(broadcast));
                    }
                })
                .bind("127.0.0.1", 0)
                .sync()
                .channel();
        try (PacedQuotes quotes = new PacedQuotes(new SyntheticMarket(options.symbols(), true), broadcast::quotes)) {
            Reins.hold(((InetSocketAddress) listening.localAddress()).getPort(), quotes::rate);
        }
        System.exit(0);
    }
}
