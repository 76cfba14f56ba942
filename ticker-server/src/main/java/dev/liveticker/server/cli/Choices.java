package dev.liveticker.server.cli;

import java.util.Iterator;
import java.util.List;

/** What some options can be, for shells to complete. The options themselves say what is not among them. */
final class Choices {

    private Choices() {}

    abstract static class Words implements Iterable<String> {

        private final List<String> words;

        private Words(String... words) {
            this.words = List.of(words);
        }

        @Override
        public Iterator<String> iterator() {
            return words.iterator();
        }
    }

    /** Of {@code --source}. */
    static final class Venues extends Words {
        Venues() {
            super("coinbase", "kraken", "alpaca", "finnhub");
        }
    }

    /** Of {@code --log-level}. */
    static final class LogLevels extends Words {
        LogLevels() {
            super("error", "warn", "info", "debug", "trace");
        }
    }

    /** Of {@code --log-format}. */
    static final class LogFormats extends Words {
        LogFormats() {
            super("text", "json");
        }
    }

    /** Of {@code --proxy-header}. */
    static final class ProxyHeaders extends Words {
        ProxyHeaders() {
            super("x-forwarded-for", "forwarded");
        }
    }

    /** Of {@code --transport}. */
    static final class Transports extends Words {
        Transports() {
            super("auto", "websocket", "sse", "long-polling", "polling");
        }
    }

    /** Of {@code --channels}. */
    static final class Channels extends Words {
        Channels() {
            super("quotes", "trades", "bars");
        }
    }

    /** Of {@code --interval}. */
    static final class Intervals extends Words {
        Intervals() {
            super("1m", "5m", "15m", "1h", "1d");
        }
    }
}
