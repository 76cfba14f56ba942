package dev.liveticker.server.venue;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.websockets.WebSocketProtocolHandshakeHandler;
import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.xnio.IoUtils;

/** A venue over real sockets: it answers requests by their path, and its stream says what a test's script says. */
public final class ScriptedVenue implements AutoCloseable {

    /** @param status of HTTP */
    private record Answer(int status, String body) {}

    private final Undertow server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private final List<WebSocketChannel> channels = new CopyOnWriteArrayList<>();
    private final Map<String, String> headers = new ConcurrentHashMap<>();
    private volatile Consumer<ScriptedVenue> opened = venue -> {};
    private volatile BiConsumer<ScriptedVenue, String> script = (venue, said) -> {};
    private volatile int handshake;

    public ScriptedVenue() {
        WebSocketProtocolHandshakeHandler sockets = Handlers.websocket((exchange, channel) -> {
            channels.add(channel);
            channel.getReceiveSetter().set(new AbstractReceiveListener() {
                @Override
                protected void onFullTextMessage(WebSocketChannel from, BufferedTextMessage message) {
                    // It can be taken once only.
                    String said = message.getData();
                    heard.add(said);
                    script.accept(ScriptedVenue.this, said);
                }
            });
            channel.resumeReceives();
            opened.accept(this);
        });
        server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setHandler(exchange -> {
                    boolean socket = exchange.getRequestHeaders().contains(Headers.SEC_WEB_SOCKET_KEY);
                    String query = exchange.getQueryString();
                    paths.add(exchange.getRequestPath() + (query.isEmpty() ? "" : "?" + query));
                    if (socket && handshake == 0) {
                        sockets.handleRequest(exchange);
                    } else {
                        answer(exchange, socket);
                    }
                })
                .build();
        server.start();
    }

    private void answer(HttpServerExchange exchange, boolean socket) {
        for (HttpString name : exchange.getRequestHeaders().getHeaderNames()) {
            headers.put(name.toString(), exchange.getRequestHeaders().getFirst(name));
        }
        String path = exchange.getRequestPath() + "?" + exchange.getQueryString();
        Answer answer = socket
                ? new Answer(handshake, "")
                : answers.entrySet().stream()
                        .filter(entry -> path.startsWith(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(new Answer(404, "{}"));
        exchange.setStatusCode(answer.status);
        exchange.getResponseSender().send(answer.body, UTF_8);
    }

    public URI address() {
        InetSocketAddress bound =
                (InetSocketAddress) server.getListenerInfo().getFirst().getAddress();
        return URI.create("http://127.0.0.1:" + bound.getPort());
    }

    public ScriptedVenue answering(String beginning, String body) {
        return answering(beginning, 200, body);
    }

    public ScriptedVenue answering(String beginning, int status, String body) {
        answers.put(beginning, new Answer(status, body));
        return this;
    }

    /** What it does when someone connects. */
    public ScriptedVenue onOpen(Consumer<ScriptedVenue> script) {
        opened = script;
        return this;
    }

    /** What it does when something is said to it. */
    public ScriptedVenue onText(BiConsumer<ScriptedVenue, String> newScript) {
        script = newScript;
        return this;
    }

    /** From now on no handshake succeeds. */
    public ScriptedVenue refusing(int status) {
        handshake = status;
        return this;
    }

    /** Says something on the newest connection. */
    public void say(String text) {
        WebSockets.sendText(text, channels.getLast(), null);
    }

    /** Ends the newest connection without a word. */
    public void cut() {
        WebSocketChannel channel = channels.getLast();
        channel.getIoThread().execute(() -> IoUtils.safeClose(channel));
    }

    public void close(int code, String reason) {
        WebSockets.sendClose(code, reason, channels.getLast(), null);
    }

    public List<String> heard() {
        return heard;
    }

    /** Paths with queries of all that was asked for, handshakes among them. */
    public List<String> paths() {
        return paths;
    }

    /** Of the latest request that had such a header. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    @Override
    public void close() {
        server.stop();
    }
}
