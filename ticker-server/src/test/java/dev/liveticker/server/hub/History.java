package dev.liveticker.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.message.Bar;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Status;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One history of a market and of two clients, as a script of numbers has it, and someone who knows what happened. */
abstract class History {

    private static final List<Channel> CHANNELS = List.of(Channel.values());
    private static final List<TradingStatus> STATUSES = List.of(TradingStatus.values());
    private static final List<Double> RATES = Arrays.asList(null, null, 2.0, 20.0);

    final Market market;
    final List<ModelClient> clients = new ArrayList<>();

    private final int symbols;
    private final List<MarketEvent> happened = new ArrayList<>();
    private final Map<Lane, Long> noted = new LinkedHashMap<>();
    private int number;

    History(int symbols) {
        this.symbols = symbols;
        this.market = Market.withSymbols(symbols);
    }

    /** Lets the clients in, and has what happens noted as this hub has it, which is as far as the market. */
    final void begin(Fixture foremost, Fixture ofOne, Fixture ofTwo) {
        clients.add(new ModelClient(ofOne, "one", false));
        clients.add(new ModelClient(ofTwo, "two", true));
        clients.forEach(ModelClient::connect);
        for (Symbol symbol : market.symbols()) {
            SymbolSlot slot = foremost.board.slot(symbol);
            noted.put(slot.trades(), 0L);
            noted.put(slot.status(), 0L);
            noted.put(slot.bars(Interval.ONE_MINUTE).closed(), 0L);
        }
    }

    /** Notes what happened since, before the log forgets it. */
    final void note() {
        noted.replaceAll((lane, upTo) -> {
            for (LogEntry entry = lane.firstAfter(upTo); entry != null; entry = entry.next()) {
                happened.add((MarketEvent) entry.encoded().message());
            }
            return lane.newestSeq();
        });
    }

    void step(int code) {
        int rest = code / 20;
        Symbol symbol = market.symbols().get(rest % symbols);
        int detail = rest / symbols;
        ModelClient client = clients.get(detail % clients.size());
        switch (code % 20) {
            case 0, 1, 2 -> happens(quote(symbol, detail));
            case 3, 4, 5 -> happens(market.trade(symbol, price(detail)));
            case 6 -> much(symbol, detail);
            case 7 -> happens(market.status(symbol, STATUSES.get(detail % 3)));
            case 8 -> market.pass(1_000_000L * (detail % 90));
            case 9, 10, 11 -> client.read();
            case 12 -> client.readAll();
            case 13 -> client.cut(detail % 4 < 2);
            case 14, 15 -> comesBack(client, detail);
            case 16 -> wishes(client, symbol, detail);
            case 17 -> besides(client, symbol, detail);
            case 18 -> client.unsubscribe(CHANNELS.get(detail / 2 % 3), symbol);
            default -> pass(Duration.ofMillis(detail % 700));
        }
    }

    /** In one moment. */
    abstract void happens(MarketEvent... events);

    /** More than one thing happens. */
    abstract void much(Symbol symbol, int detail);

    abstract void comesBack(ModelClient client, int detail);

    /** Something else that is particular to this kind of history. */
    abstract void besides(ModelClient client, Symbol symbol, int detail);

    abstract void pass(Duration time);

    final void wishes(ModelClient client, Symbol symbol, int detail) {
        client.subscribe(CHANNELS.get(detail / 2 % 3), symbol, RATES.get(detail / 6 % RATES.size()));
    }

    final Quote quote(Symbol symbol, int detail) {
        String price = price(number++);
        return detail % 4 == 0
                ? market.quote(symbol, price, price, price, detail % 8 == 0 ? price : null, null)
                : market.quote(symbol, price);
    }

    static String price(int detail) {
        return 10 + detail % 5 + "." + (10 + detail % 90);
    }

    /** Everybody gets the time to read everything, and what was held back is sent; then nobody was lied to. */
    final void settle() {
        for (int round = 0; round < 4; round++) {
            pass(Duration.ofSeconds(1));
            clients.forEach(ModelClient::connect);
            clients.forEach(ModelClient::readAll);
        }
        for (ModelClient client : clients) {
            assertThat(client.connected()).isTrue();
            client.showsTheTruth();
            for (MarketEvent event : happened) {
                switch (event) {
                    case Trade trade -> client.hasEvery(trade, Channel.TRADES);
                    case Bar bar -> client.hasEvery(bar, Channel.BARS);
                    case Status status -> client.hasEvery(status, Channel.QUOTES);
                    case Quote _ -> {}
                }
            }
        }
    }
}
