package dev.liveticker.benchmarks;

import static dev.liveticker.benchmarks.Contender.JETTY;
import static dev.liveticker.benchmarks.Contender.LIVE_TICKER;
import static dev.liveticker.benchmarks.Contender.LIVE_TICKER_PLAIN;
import static dev.liveticker.benchmarks.Contender.LIVE_TICKER_SSE;
import static dev.liveticker.benchmarks.Contender.NETTY;
import static dev.liveticker.benchmarks.Contender.NETTY_COALESCED;
import static dev.liveticker.benchmarks.Contender.NODE_SSE;
import static dev.liveticker.benchmarks.Contender.NODE_WS;
import static dev.liveticker.benchmarks.Contender.NODE_WS_COALESCED;
import static dev.liveticker.benchmarks.Contender.NODE_WS_DEFLATE;
import static dev.liveticker.benchmarks.Contender.RAW;
import static dev.liveticker.benchmarks.Contender.SOCKET_IO;
import static dev.liveticker.benchmarks.Contender.UNDERTOW;
import static dev.liveticker.benchmarks.Contender.UNDERTOW_COALESCED;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The questions the page answers. */
final class Contests {

    private static final String DISTINCT_RATES = "20,50,100,200,0";

    private Contests() {}

    /** The two main questions, for a first look. */
    static List<Contest> quick() {
        return List.of(same(), distinct());
    }

    static List<Contest> all() {
        return List.of(
                same(),
                distinct(),
                events(),
                compressed(),
                nobodyStalls(),
                oneStalls(),
                idle(),
                market(),
                fewMessages(),
                busy());
    }

    private static Contest same() {
        return new Contest(
                "Everyone wants the same",
                "1,000 WebSocket clients want the same 100 symbols, as fast as they come: the most messages a second"
                        + " that are delivered with a p99 of at most 100 ms. One client in twenty counts; the others'"
                        + " bytes tell how many they got.",
                100,
                1_000,
                List.of("--same", "100", "--count-every", "20"),
                OptionalInt.empty(),
                starts(
                        LIVE_TICKER,
                        27_000,
                        NODE_WS,
                        81,
                        NODE_WS_COALESCED,
                        27_000,
                        SOCKET_IO,
                        90,
                        NETTY,
                        81,
                        NETTY_COALESCED,
                        18_000,
                        JETTY,
                        80,
                        UNDERTOW,
                        120,
                        UNDERTOW_COALESCED,
                        1_000,
                        RAW,
                        1),
                NODE_WS);
    }

    private static Contest distinct() {
        return new Contest(
                "Everyone wants something else",
                "1,000 WebSocket clients each want 20 symbols of 500, drawn at random, at most 20, 50, 100, 200 or any"
                        + " number of quotes a second and symbol: the most messages a second that are delivered with"
                        + " a p99 of at most 100 ms. Waiting for a client's own rate counts as latency.",
                500,
                1_000,
                List.of("--distinct", "20/500", "--max-rate", DISTINCT_RATES),
                OptionalInt.empty(),
                starts(
                        LIVE_TICKER,
                        110_000,
                        NODE_WS,
                        1_500,
                        NODE_WS_COALESCED,
                        3_000,
                        SOCKET_IO,
                        1_000,
                        NETTY,
                        1_500,
                        NETTY_COALESCED,
                        4_000,
                        JETTY,
                        1_500),
                NODE_WS);
    }

    private static Contest events() {
        return new Contest(
                "Server-Sent Events",
                "1,000 clients want the same 100 symbols over SSE: the most messages a second with a p99 of at most"
                        + " 100 ms. One client in twenty counts.",
                100,
                1_000,
                List.of("--same", "100", "--count-every", "20"),
                OptionalInt.empty(),
                starts(LIVE_TICKER_SSE, 6_500, NODE_SSE, 300),
                NODE_SSE);
    }

    private static Contest compressed() {
        return new Contest(
                "Compressed",
                "100 WebSocket clients want the same 100 symbols with permessage-deflate, no context takeover: the"
                        + " most messages a second with a p99 of at most 100 ms. One client in twenty inflates and"
                        + " counts; the others' bytes tell how many they got.",
                100,
                100,
                List.of("--same", "100", "--deflate"),
                OptionalInt.empty(),
                starts(LIVE_TICKER, 15_000, NODE_WS_DEFLATE, 180),
                NODE_WS_DEFLATE);
    }

    private static Contest fewMessages() {
        return new Contest(
                "Few messages",
                "1,000 WebSocket clients get 20 messages a second each: what a message costs where there is little to"
                        + " coalesce. Each server is warmed up by others at three times the rate first, for its JVM to"
                        + " compile what it does, then by these for twice as long as elsewhere, and looked at for three"
                        + " times as long.",
                100,
                1_000,
                List.of("--same", "100"),
                OptionalInt.of(20),
                starts(
                        LIVE_TICKER,
                        20,
                        NODE_WS,
                        20,
                        SOCKET_IO,
                        20,
                        NETTY,
                        20,
                        NETTY_COALESCED,
                        20,
                        JETTY,
                        20,
                        UNDERTOW,
                        20),
                NODE_WS);
    }

    private static Contest nobodyStalls() {
        return new Contest(
                "100 readers",
                "100 WebSocket clients want the same 100 symbols of 2,000 quotes a second. To compare the next with.",
                100,
                100,
                List.of("--same", "100"),
                OptionalInt.of(2_000),
                starts(LIVE_TICKER, 2_000, NETTY_COALESCED, 2_000),
                NETTY_COALESCED);
    }

    private static Contest oneStalls() {
        return new Contest(
                "100 readers, one of which stops reading",
                "The same, but one client reads nothing any more. Latency is the other 99's.",
                100,
                100,
                List.of("--same", "100", "--stall", "1"),
                OptionalInt.of(2_000),
                starts(LIVE_TICKER, 2_000, NETTY_COALESCED, 2_000),
                NETTY_COALESCED);
    }

    private static Contest busy() {
        return new Contest(
                "2,000 busy clients",
                "2,000 WebSocket clients want the same 100 symbols of 1,000 quotes a second.",
                100,
                2_000,
                List.of("--same", "100"),
                OptionalInt.of(1_000),
                starts(LIVE_TICKER, 1_000, NETTY_COALESCED, 1_000, NODE_WS_COALESCED, 1_000),
                NODE_WS_COALESCED);
    }

    private static Contest market() {
        return new Contest(
                "A large market",
                "10,000 symbols, 100,000 quotes a second, 10 clients with 100 symbols each: what taking in such a"
                        + " market costs the server.",
                10_000,
                10,
                List.of("--distinct", "100/10000"),
                OptionalInt.of(100_000),
                starts(LIVE_TICKER, 100_000),
                LIVE_TICKER);
    }

    private static Contest idle() {
        return new Contest(
                "10,000 idle connections",
                "10,000 WebSocket connections that were welcomed and ask for nothing: growth of the server's resident"
                        + " memory from before the first to when they have been at rest for twenty seconds, garbage"
                        + " collected, so that what a JVM took to compile their coming is given back. A Java server has"
                        + " used its heap's young generation once before that, so that the JVM's own memory is not"
                        + " counted as theirs.",
                100,
                10_000,
                List.of("--idle"),
                OptionalInt.of(0),
                starts(LIVE_TICKER, 0, LIVE_TICKER_PLAIN, 0, NODE_WS, 0, SOCKET_IO, 0, NETTY, 0, JETTY, 0),
                NODE_WS);
    }

    private static Map<Contender, Integer> starts(Object... pairs) {
        Map<Contender, Integer> starts = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            starts.put((Contender) pairs[i], (Integer) pairs[i + 1]);
        }
        return Collections.unmodifiableMap(starts);
    }
}
