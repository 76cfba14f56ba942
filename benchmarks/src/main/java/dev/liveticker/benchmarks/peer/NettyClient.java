package dev.liveticker.benchmarks.peer;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;

/** One client of the Netty peer: hands its subscriptions on. */
final class NettyClient extends SimpleChannelInboundHandler<TextWebSocketFrame> {

    private final NettyBroadcast broadcast;

    NettyClient(NettyBroadcast broadcast) {
        this.broadcast = broadcast;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) throws Exception {
        broadcast.subscribe(context.channel(), frame.text());
    }

    /** A load client ends in the midst of its stream; that is no news. */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // nothing is left to do
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        broadcast.gone(context.channel());
    }
}
