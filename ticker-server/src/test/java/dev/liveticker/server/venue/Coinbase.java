package dev.liveticker.server.venue;

import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Status;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.venue.coinbase.CoinbaseProtocol;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A market of Coinbase's in memory, with messages as Coinbase documents them. */
final class Coinbase {

    static final Symbol BTC = Symbol.of("BTC-USD");
    static final Symbol ETH = Symbol.of("ETH-USD");
    static final String PRODUCTS = """
            [{"id":"BTC-USD","base_currency":"BTC","quote_currency":"USD","quote_increment":"0.01",
              "base_increment":"0.00000001","display_name":"BTC-USD","min_market_funds":"1","status":"online",
              "status_message":"","cancel_only":false,"trading_disabled":false},
             {"id":"ETH-USD","base_currency":"ETH","quote_currency":"USD","quote_increment":"0.01","status":"online"},
             {"id":"DOGE-USD","base_currency":"DOGE","quote_currency":"USD","quote_increment":"0.00001",
              "status":"online"}]""";
    static final String SUBSCRIPTIONS = """
            {"type":"subscriptions","channels":[
              {"name":"ticker","product_ids":["BTC-USD","ETH-USD"],"account_ids":null},
              {"name":"matches","product_ids":["BTC-USD","ETH-USD"]},
              {"name":"heartbeat","product_ids":["BTC-USD","ETH-USD"]},
              {"name":"status","product_ids":[]}]}""";

    final ManualTime time = new ManualTime();
    final FakeConnector venue = new FakeConnector();
    final List<MarketEvent> events = new ArrayList<>();
    final VenueMarket market;
    CompletableFuture<Void> opening = new CompletableFuture<>();

    Coinbase(Symbol... symbols) {
        market = new VenueMarket(
                new CoinbaseProtocol(CoinbaseProtocol.ADDRESS, List.of(symbols)), venue, time, () -> 0.5);
        venue.answer("/products", PRODUCTS);
    }

    /** Open, subscribed, with a first price of 60,000 for BTC-USD and trade 100 as its newest, and started. */
    static Coinbase live() {
        Coinbase coinbase = new Coinbase(BTC, ETH);
        coinbase.open();
        coinbase.market.start(coinbase.events::addAll);
        coinbase.time.run();
        coinbase.events.clear();
        return coinbase;
    }

    Coinbase open() {
        opening = market.begin();
        time.run();
        connected();
        hear(SUBSCRIPTIONS);
        hear(lastMatch("BTC-USD", 100, "60000.00"));
        hear(ticker("BTC-USD", 7, "60000.00", "59999.99", "60000.01"));
        hear(ticker("ETH-USD", 8, "3000.00", "2999.99", "3000.01"));
        return this;
    }

    void connected() {
        venue.last().listener.opened(venue.last());
        time.run();
    }

    void hear(String message) {
        venue.last().hear(message);
        time.run();
    }

    List<Trade> trades() {
        return of(Trade.class).toList();
    }

    List<Quote> quotes() {
        return of(Quote.class).toList();
    }

    List<Status> statuses() {
        return of(Status.class).toList();
    }

    private <T> Stream<T> of(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast);
    }

    String ticker(String product, long sequence, String price, String bid, String ask) {
        return """
                {"type":"ticker","sequence":%d,"product_id":"%s","price":"%s","open_24h":"59000.5",
                 "volume_24h":"9808.31","low_24h":"58000","high_24h":"61000.25","volume_30d":"9788783.6",
                 "best_bid":"%s","best_bid_size":"0.4","best_ask":"%s","best_ask_size":"1.5","side":"buy",
                 "time":"%s","trade_id":370843401,"last_size":"0.25"}""".formatted(sequence, product, price, bid, ask, now());
    }

    String match(String product, long id, String price) {
        return match("match", product, id, price, now());
    }

    String lastMatch(String product, long id, String price) {
        return match("last_match", product, id, price, now());
    }

    static String match(String type, String product, long id, String price, Instant time) {
        return """
                {"type":"%s","trade_id":%d,"sequence":50,"maker_order_id":"ac928c66-ca53-498f-9c13-a110027a60e8",
                 "taker_order_id":"132fb6ae-456b-4654-b4e0-d681ac05cea1","time":"%s","product_id":"%s",
                 "size":"5.23512","price":"%s","side":"sell"}""".formatted(type, id, time, product, price);
    }

    String heartbeat(String product, long lastTrade) {
        return "{\"type\":\"heartbeat\",\"sequence\":90,\"last_trade_id\":" + lastTrade + ",\"product_id\":\"" + product
                + "\",\"time\":\"" + now() + "\"}";
    }

    /** As the answer to a request for trades has it, the newest first. */
    String page(long newest, long oldest) {
        StringBuilder trades = new StringBuilder("[");
        for (long id = newest; id >= oldest; id--) {
            trades.append(trades.length() > 1 ? "," : "")
                    .append("{\"time\":\"")
                    .append(now())
                    .append("\",\"trade_id\":")
                    .append(id)
                    .append(",\"price\":\"60001.00\",\"size\":\"0.01\",\"side\":\"buy\"}");
        }
        return trades.append("]").toString();
    }

    Instant now() {
        return time.wallClock();
    }
}
