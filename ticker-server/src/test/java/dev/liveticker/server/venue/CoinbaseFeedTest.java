package dev.liveticker.server.venue;

import static dev.liveticker.server.venue.Coinbase.BTC;
import static dev.liveticker.server.venue.Coinbase.ETH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.liveticker.message.Quote;
import dev.liveticker.message.Status;
import dev.liveticker.message.Trade;
import dev.liveticker.model.TradingStatus;
import dev.liveticker.server.venue.VenueStatistics.Count;
import dev.liveticker.server.venue.coinbase.CoinbaseProtocol;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Coinbase over real sockets, played by a server that says what Coinbase documents. */
@Timeout(180)
class CoinbaseFeedTest {

    private final ScriptedVenue venue = new ScriptedVenue();
    private final Watched watched = new Watched();

    @AfterEach
    void stop() {
        watched.close();
        venue.close();
    }

    private CoinbaseProtocol protocol() {
        return new CoinbaseProtocol(VenueAddress.at(venue.address()), List.of(BTC, ETH));
    }

    private static String ticker(String product, String price, String bid, String ask) {
        return """
                {"type":"ticker","sequence":1,"product_id":"%s","price":"%s","open_24h":"%s","volume_24h":"9.5",
                 "low_24h":"%s","high_24h":"%s","best_bid":"%s","best_bid_size":"0.4","best_ask":"%s",
                 "best_ask_size":"1.5","side":"buy","time":"%s","trade_id":1,"last_size":"0.25"}""".formatted(product, price, price, price, price, bid, ask, Instant.now());
    }

    private static String match(String type, long id, String price) {
        return Coinbase.match(type, "BTC-USD", id, price, Instant.now());
    }

    private void decent(long lastTrade) {
        venue.answering("/products?", Coinbase.PRODUCTS).onText((peer, said) -> {
            peer.say(Coinbase.SUBSCRIPTIONS);
            peer.say(match("last_match", lastTrade, "60000.00"));
            peer.say(ticker("BTC-USD", "60000.00", "59999.99", "60000.01"));
            peer.say(ticker("ETH-USD", "3000.00", "2999.99", "3000.01"));
        });
    }

    @Test
    void it_subscribes_as_documented_and_streams() throws Exception {
        decent(100);
        VenueMarket market = watched.open(protocol());
        assertThat(venue.heard())
                .containsExactly("{\"type\":\"subscribe\",\"product_ids\":[\"BTC-USD\",\"ETH-USD\"],"
                        + "\"channels\":[\"ticker\",\"matches\",\"heartbeat\",{\"name\":\"status\"}]}");
        assertThat(market.opening()).allMatch(quote -> quote.bid() != null);

        venue.say(match("match", 101, "60001.00"));
        venue.say(match("match", 102, "60002.00"));

        await().until(() -> watched.of(Trade.class).size() == 2);
        assertThat(watched.of(Trade.class)).extracting(Trade::tradeId).containsExactly(1L, 2L);
        await().until(() -> watched.of(Quote.class).stream()
                .anyMatch(quote ->
                        quote.last() != null && quote.last().toPlainString().equals("60002.00")));
    }

    @Test
    void a_lost_connection_is_replaced_and_what_was_traded_meanwhile_is_fetched() throws Exception {
        decent(100);
        VenueMarket market = watched.open(protocol());
        String now = Instant.now().toString();
        venue.answering(
                "/products/BTC-USD/trades?limit=1000&after=103",
                "[{\"trade_id\":102,\"side\":\"buy\",\"price\":\"60002\",\"size\":\"1\",\"time\":\"" + now + "\"},"
                        + "{\"trade_id\":101,\"side\":\"sell\",\"price\":\"60001\",\"size\":\"1\",\"time\":\"" + now
                        + "\"}]");
        decent(103);

        venue.cut();

        await().atMost(Duration.ofSeconds(60))
                .until(() -> watched.of(Trade.class).size() == 3);
        assertThat(watched.of(Trade.class))
                .extracting(trade -> trade.price().toPlainString())
                .containsExactly("60001", "60002", "60000.00");
        assertThat(watched.of(Status.class))
                .extracting(Status::status)
                .containsExactly(TradingStatus.HALTED, TradingStatus.HALTED, TradingStatus.OPEN, TradingStatus.OPEN);
        assertThat(watched.of(Status.class).getFirst().reason()).isEqualTo("Coinbase is not reached");
        assertThat(venue.heard()).hasSize(2);
        assertThat(market.statistics().of(Count.HEALED_TRADES)).isEqualTo(2);
        assertThat(watched.log()).contains("Coinbase is not reached", "Coinbase is reached again");
    }

    @Test
    void a_message_beyond_all_bounds_ends_the_connection_and_not_the_market() throws Exception {
        decent(100);
        VenueMarket market = watched.open(protocol());
        venue.say("\"" + "x".repeat(5 << 20) + "\"");
        await().atMost(Duration.ofSeconds(60)).until(() -> market.statistics().of(Count.CONNECTIONS) == 2);
        assertThat(watched.log()).contains("a message of more than 4194304 characters");
    }

    @Test
    void a_good_bye_of_the_venue_s_is_followed_by_another_connection() throws Exception {
        decent(100);
        VenueMarket market = watched.open(protocol());
        venue.close(1001, "deploying\n<now>");
        await().atMost(Duration.ofSeconds(60)).until(() -> market.statistics().of(Count.CONNECTIONS) == 2);
        assertThat(watched.log()).contains("it closed the connection (1001, deploying?<now>)");
    }

    @Test
    void nobody_at_the_address_is_said_in_one_sentence() {
        String port = String.valueOf(venue.address().getPort());
        CoinbaseProtocol protocol = protocol();
        venue.close();
        assertThatThrownBy(() -> watched.open(protocol))
                .isInstanceOf(IOException.class)
                .hasMessage("Coinbase cannot be used: no connection to 127.0.0.1:" + port);
    }

    @Test
    void a_failing_answer_or_handshake_is_said_in_one_sentence() {
        venue.answering("/products?", 500, "oops");
        assertThatThrownBy(() -> watched.open(protocol()))
                .hasMessage("Coinbase cannot be used: it answered with HTTP 500");
        venue.answering("/products?", 200, Coinbase.PRODUCTS).refusing(429);
        assertThatThrownBy(() -> watched.open(protocol()))
                .hasMessage("Coinbase cannot be used: it asks to be spared (HTTP 429)");
        venue.answering("/products?", 302, "");
        assertThatThrownBy(() -> watched.open(protocol()))
                .hasMessage("Coinbase cannot be used: it answered with HTTP 302");
    }
}
