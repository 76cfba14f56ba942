package dev.liveticker.benchmarks.load;

import java.net.URI;

/**
 * What the load client is to do.
 *
 * @param server such as {@code http://127.0.0.1:8080}; its path is the dialect's
 * @param deflate whether permessage-deflate is offered
 * @param stalled so many of the connections stop reading after the warm-up
 * @param idle whether they ask for nothing; an event stream asks for one symbol, since it must
 * @param countEvery of so many connections one counts its messages; the others' bytes tell how many they got
 */
record LoadPlan(
        URI server,
        Dialect dialect,
        Workload workload,
        int connections,
        boolean deflate,
        int stalled,
        boolean idle,
        int countEvery) {

    LoadPlan {
        if (countEvery < 1) {
            throw new IllegalArgumentException("at least one connection must count");
        }
        if (connections < 1 || stalled < 0 || stalled >= connections) {
            throw new IllegalArgumentException("at least one connection must read");
        }
        if (server.getHost() == null || server.getPort() < 0) {
            throw new IllegalArgumentException("the server's address needs a host and a port: " + server);
        }
        if (idle && dialect == Dialect.SSE) {
            workload = Workload.same(1);
        }
        if (deflate && dialect != Dialect.WS) {
            throw new IllegalArgumentException("only WebSocket has permessage-deflate");
        }
    }

    boolean counts(int index) {
        return index % countEvery == 0;
    }

    boolean stalls(int index) {
        return index >= connections - stalled;
    }
}
