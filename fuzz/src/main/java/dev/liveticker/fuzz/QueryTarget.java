package dev.liveticker.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.liveticker.message.ClientMessage.Subscribe;
import dev.liveticker.server.transport.Query;
import dev.liveticker.server.transport.RefusedException;
import dev.liveticker.server.transport.StreamQuery;
import dev.liveticker.server.transport.poll.PollParameters;
import dev.liveticker.server.transport.rest.RestParameters;
import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;

/**
 * The queries of requests, as they stand behind the question mark: each parameter is what was written, or the request
 * is refused as a bad one in a sentence.
 */
final class QueryTarget implements Target {

    private static final List<String> TEXTS =
            List.of("query", "since", "lastEventId", "session", "interval", "wait", "limit", "from", "to", "cursor");

    @Override
    public void take(byte[] input) throws Exception {
        String raw = new String(input, ISO_8859_1);
        Query query;
        try {
            query = Query.parse(raw);
        } catch (RefusedException e) {
            refused(e);
            return;
        }
        for (String name : TEXTS) {
            attempt(() -> {
                RestParameters.read(query, name);
                Optional<String> value = query.text(name);
                if (value.isPresent()) {
                    String again = name + '=' + URLEncoder.encode(value.get(), UTF_8);
                    Claim.same(value, Query.parse(again).text(name));
                }
            });
        }
        attempt(() -> PollParameters.read(query));
        attempt(() -> StreamQuery.interval(query));
        attempt(() -> {
            for (Subscribe subscribe : StreamQuery.subscriptions(query, null)) {
                Claim.same(query.list("symbols"), subscribe.symbols());
            }
        });
    }

    /** Something that is answered, or refused. */
    private interface Reading {
        void read() throws RefusedException;
    }

    private static void attempt(Reading reading) {
        try {
            reading.read();
        } catch (RefusedException e) {
            refused(e);
        }
    }

    private static void refused(RefusedException refusal) {
        Claim.same(400, refusal.problem().status());
        Claim.sentence(refusal.problem().detail());
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(
                        "symbols=AAPL,MSFT&symbols=%5EGSPC&channels=quotes,trades&maxRate=2.5",
                        "symbols=*&channels=bars&interval=5m&since=k3f:7",
                        "symbols=AAPL&session=x1&wait=25.5&since=k3f%3A12",
                        "symbols=AAPL&wait=",
                        "symbol=AAPL&interval=1h&from=1772789400000000&to=9223372036854775807&limit=100",
                        "symbol=BRK.B&cursor=before-1772789400000000",
                        "symbol=EURUSD%3DX&cursor=k3f:99&limit=10000",
                        "query=apple+inc",
                        "query=%C3%A9%E2%82%AC%F0%9D%84%9E&lastEventId=k3f:1&&unknown")
                .stream()
                .map(text -> text.getBytes(ISO_8859_1))
                .toList();
    }
}
