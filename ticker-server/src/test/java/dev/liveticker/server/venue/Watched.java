package dev.liveticker.server.venue;

import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.model.Symbol;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** A market opened for real, what it tells, and everything that is logged meanwhile, down to the last detail. */
final class Watched implements AutoCloseable {

    private final Logger root = (Logger) LoggerFactory.getLogger("dev.liveticker");
    private final Level usual = root.getLevel();
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final List<MarketEvent> events = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            log.add(event.getFormattedMessage()
                    + (event.getThrowableProxy() == null
                            ? ""
                            : ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
    };
    private VenueMarket market;

    Watched() {
        root.setLevel(Level.TRACE);
        appender.setContext(root.getLoggerContext());
        appender.start();
        root.addAppender(appender);
    }

    /** Opens it, and returns when it has told how every symbol stands: whatever is told from then on is news. */
    VenueMarket open(VenueProtocol protocol) throws IOException {
        market = VenueMarket.open(protocol);
        market.start(events::addAll);
        await().until(() -> protocol.symbols().stream()
                .allMatch(symbol -> of(Quote.class).stream()
                        .anyMatch(quote -> quote.symbol().equals(symbol))));
        return market;
    }

    /** The latest that was told of a symbol. */
    Quote newest(Symbol symbol) {
        return of(Quote.class).reversed().stream()
                .filter(quote -> quote.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    <T extends MarketEvent> List<T> of(Class<T> type) {
        Stream<T> found = events.stream().filter(type::isInstance).map(type::cast);
        return found.toList();
    }

    String log() {
        return String.join("\n", log);
    }

    @Override
    public void close() {
        if (market != null) {
            market.close();
        }
        root.detachAppender(appender);
        root.setLevel(usual);
    }
}
