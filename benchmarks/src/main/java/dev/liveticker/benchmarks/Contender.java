package dev.liveticker.benchmarks;

import dev.liveticker.benchmarks.load.Dialect;
import dev.liveticker.benchmarks.peer.JettyPeer;
import dev.liveticker.benchmarks.peer.NettyPeer;
import dev.liveticker.benchmarks.peer.RawWriter;
import dev.liveticker.benchmarks.peer.ServerUnderTest;
import dev.liveticker.benchmarks.peer.UndertowPeer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A program that is measured. */
public enum Contender {
    LIVE_TICKER("Live Ticker", Dialect.WS, ServerUnderTest.class, ""),
    LIVE_TICKER_PLAIN(
            "Live Ticker, without Java's flags", Dialect.WS, Runner.PLAIN_JAVA, ServerUnderTest.class.getName(), ""),
    LIVE_TICKER_SSE("Live Ticker, SSE", Dialect.SSE, ServerUnderTest.class, ""),
    NODE_WS("Node ws", Dialect.WS, "ws.mjs", ""),
    NODE_WS_COALESCED("Node ws, coalescing", Dialect.WS, "ws.mjs", "coalesce"),
    NODE_WS_DEFLATE("Node ws, deflate", Dialect.WS, "ws.mjs", "deflate"),
    SOCKET_IO("Socket.IO", Dialect.SOCKETIO, "socketio.mjs", ""),
    NODE_SSE("Node http, SSE", Dialect.SSE, "sse.mjs", ""),
    NETTY("Netty", Dialect.WS, NettyPeer.class, ""),
    NETTY_COALESCED("Netty, coalescing", Dialect.WS, NettyPeer.class, "coalesce"),
    JETTY("Jetty", Dialect.WS, JettyPeer.class, ""),
    UNDERTOW("Undertow's WebSocket API", Dialect.WS, UndertowPeer.class, ""),
    UNDERTOW_COALESCED("Undertow's WebSocket API, coalescing", Dialect.WS, UndertowPeer.class, "coalesce"),
    RAW("raw writes (the limit)", Dialect.WS, RawWriter.class, "1000");

    /** What runs a program. */
    private enum Runner {
        NODE,
        JAVA,
        /** Without the flags that every other server in Java has. */
        PLAIN_JAVA;

        List<String> command(String program) {
            return switch (this) {
                case NODE -> List.of("node", "--expose-gc", "peers/" + program);
                case JAVA -> Workbench.java(program);
                case PLAIN_JAVA -> Workbench.plainJava(program);
            };
        }
    }

    private final String label;
    private final Dialect dialect;
    private final Runner runner;
    private final String program;
    private final String flag;

    Contender(String label, Dialect dialect, Class<?> main, String flag) {
        this(label, dialect, Runner.JAVA, main.getName(), flag);
    }

    Contender(String label, Dialect dialect, String script, String flag) {
        this(label, dialect, Runner.NODE, script, flag);
    }

    Contender(String label, Dialect dialect, Runner runner, String program, String flag) {
        this.label = label;
        this.dialect = dialect;
        this.runner = runner;
        this.program = program;
        this.flag = flag;
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    String transport() {
        return dialect.name().toLowerCase(Locale.ROOT);
    }

    /** Whether it needs Node.js. */
    boolean node() {
        return runner == Runner.NODE;
    }

    /** How it is started for a market of so many symbols. */
    List<String> command(int symbols) {
        List<String> command = new ArrayList<>(runner.command(program));
        command.add(Integer.toString(symbols));
        if (!flag.isEmpty()) {
            command.add(flag);
        }
        return command;
    }
}
