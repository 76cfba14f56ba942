package dev.liveticker.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.Feeds;
import dev.liveticker.feed.Subscription;
import dev.liveticker.feed.Transport;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.ServerOptions;
import dev.liveticker.server.TickerServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault on every transport: nothing comes twice, every trade comes, and in the end all is as it was. */
@Execution(ExecutionMode.CONCURRENT)
class FaultMatrixTest {

    private static final Duration LONG = Duration.ofSeconds(40);

    static Stream<Arguments> everyFaultOnEveryTransport() {
        return Arrays.stream(Transport.values())
                .flatMap(transport -> Arrays.stream(FaultProxy.Fault.values())
                        .filter(fault -> fault != FaultProxy.Fault.NONE)
                        .map(fault -> Arguments.of(transport, fault)));
    }

    @ParameterizedTest
    @MethodSource("everyFaultOnEveryTransport")
    void the_stream_comes_through(Transport transport, FaultProxy.Fault fault) throws Exception {
        StreamLog log = new StreamLog();
        List<Subscription> wanted = new ArrayList<>();
        for (String text : new String[] {"AAPL", "MSFT", "BTC-USD", "ETH-USD", "TSLA"}) {
            wanted.add(Subscription.quotes(Symbol.of(text)));
            wanted.add(Subscription.trades(Symbol.of(text)));
            wanted.add(Subscription.bars(Symbol.of(text), Interval.ONE_MINUTE));
        }
        ServerOptions options = new ServerOptions("127.0.0.1", 0, 7, Set.of(), Duration.ofMillis(300));
        try (TickerServer server = TickerServer.start(options);
                FaultProxy proxy = new FaultProxy(server.address());
                Feeds.Connected client =
                        Feeds.connect(new FeedSettings(proxy.address(), transport, false, true), log)) {
            client.feed().subscribe(wanted);
            await().atMost(LONG).until(() -> log.count(Trade.class) > 5);
            for (int round = 0; round < 2; round++) {
                int states = log.states().size();
                proxy.does(fault);
                await().atMost(LONG).until(() -> proxy.struck() > 0);
                if (fault == FaultProxy.Fault.DELAY) {
                    await().atMost(LONG).until(() -> proxy.struck() > 4);
                } else {
                    await().atMost(LONG)
                            .until(() -> log
                                    .states()
                                    .subList(states, log.states().size())
                                    .stream()
                                    .anyMatch(state -> state instanceof ConnectionState.Waiting));
                }
                proxy.does(FaultProxy.Fault.NONE);
                client.feed().retryNow();
                await().atMost(LONG).until(() -> client.feed().state().equals(new ConnectionState.Live(transport)));
                long trades = log.count(Trade.class);
                long quotes = log.count(Quote.class);
                await().atMost(LONG)
                        .until(() -> log.count(Trade.class) > trades + 5 && log.count(Quote.class) > quotes + 5);
            }
            log.assertInOrderAndNothingTwice();
            log.assertEveryTradeCameOnce();
            // What was resumed had not to be fetched.
            assertThat(client.feed().statistics().gaps()).isZero();
        }
    }
}
