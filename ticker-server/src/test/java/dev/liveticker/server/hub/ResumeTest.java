package dev.liveticker.server.hub;

import static dev.liveticker.server.hub.Fixture.bars;
import static dev.liveticker.server.hub.Fixture.barsSince;
import static dev.liveticker.server.hub.Fixture.quotes;
import static dev.liveticker.server.hub.Fixture.quotesSince;
import static dev.liveticker.server.hub.Fixture.subscribe;
import static dev.liveticker.server.hub.Fixture.trades;
import static dev.liveticker.server.hub.Fixture.tradesSince;
import static dev.liveticker.server.hub.Market.A;
import static dev.liveticker.server.hub.Market.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.message.Bar;
import dev.liveticker.message.Gap;
import dev.liveticker.message.Quote;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Status;
import dev.liveticker.message.Subscribed;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Interval;
import dev.liveticker.model.TradingStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResumeTest {

    private final Fixture hub = new Fixture(new Market(A, B), Fixture.small(10, 2_000, 1_000));

    @Test
    void what_was_missed_is_replayed_and_quotes_come_as_the_newest_value() {
        Fixture.Client before = hub.connect(quotes(A, B), trades(A, B)).readsAll();
        String since = before.outlet.position().toString();
        hub.core.disconnected(before.session);
        hub.publish(hub.market.trade(A, "10.10"), hub.market.quote(A, "12", null, "12", null, null));
        hub.publish(hub.market.trade(B, "10.20"), hub.market.quote(A, "11"));

        Fixture.Client after =
                hub.connect(quotesSince(since, A, B), tradesSince(since, A, B)).readsAll();
        List<ServerMessage> said = after.outlet.take();
        assertThat(said.stream().filter(Subscribed.class::isInstance))
                .hasSize(2)
                .allMatch(answer -> ((Subscribed) answer).resumed());
        assertThat(said.stream().filter(Trade.class::isInstance)).hasSize(2);
        assertThat(said.stream().filter(Quote.class::isInstance).map(Quote.class::cast))
                .singleElement()
                .satisfies(quote -> {
                    assertThat(quote.symbol()).isEqualTo(A);
                    assertThat(quote.last()).isEqualByComparingTo("11");
                    assertThat(quote.high()).isEqualByComparingTo("12");
                });
        assertThat(said).noneMatch(Snapshot.class::isInstance).noneMatch(Gap.class::isInstance);
    }

    @Test
    void bars_and_changes_of_status_are_replayed_too() {
        Fixture.Client before = hub.connect(bars(Interval.ONE_MINUTE, A)).readsAll();
        hub.publish(hub.market.trade(A, "10.10"));
        before.readsAll();
        String since = before.outlet.position().toString();
        hub.market.pass(60_000_000);
        hub.publish(hub.market.trade(A, "10.20"), hub.market.status(A, TradingStatus.HALTED));
        Fixture.Client after =
                hub.connect(barsSince(since, Interval.ONE_MINUTE, A)).readsAll();
        List<ServerMessage> said = after.outlet.take();
        assertThat(said.stream().filter(Bar.class::isInstance).map(it -> ((Bar) it).closed()))
                .containsExactly(true, false);
        assertThat(said.stream().filter(Status.class::isInstance)).hasSize(1);
    }

    @Test
    void a_replay_longer_than_any_queue_comes_in_portions_and_whole() {
        String since = hub.positionText(hub.head());
        for (int i = 0; i < 900; i++) {
            hub.publish(hub.market.trade(A, "10.10"));
        }
        Fixture.Client client = hub.connect(tradesSince(since, A));
        for (int i = 0; i < 30; i++) {
            client.reads();
            hub.publish(hub.market.trade(A, "10.20"), hub.market.trade(A, "10.20"));
        }
        client.readsAll();
        List<ServerMessage> said = client.outlet.take();
        assertThat(said).noneMatch(Gap.class::isInstance);
        assertThat(said.stream().filter(Trade.class::isInstance).map(it -> ((Trade) it).tradeId()))
                .hasSize(960)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "'', bad_position",
        "nonsense, bad_position",
        "EPOCH:, bad_position",
        "EPOCH:-1, bad_position",
        "EPOCH:1e3, bad_position",
        "EPOCH:999999999, bad_position",
        "EPOCH:99999999999999999999, bad_position",
        "otherepoch:1, new_epoch",
        "otherepoch:999999999, new_epoch",
        "EPOCH:1, not_retained"
    })
    void what_cannot_be_resumed_begins_anew_and_says_what_is_lost(String since, String reason) {
        Fixture forgetful = new Fixture(new Market(A, B), Fixture.small(10, 2_000, 5));
        for (int i = 0; i < 50; i++) {
            forgetful.publish(forgetful.market.trade(A, "10.10"));
        }
        String place = since.replace("EPOCH", forgetful.board.numbering().epoch());
        Fixture.Client client = forgetful
                .connect(quotesSince(place, A, B), tradesSince(place, A), barsSince(place, Interval.ONE_HOUR, A))
                .readsAll();
        List<ServerMessage> said = client.outlet.take();
        assertThat(said.stream().filter(Subscribed.class::isInstance))
                .hasSize(3)
                .noneMatch(answer -> ((Subscribed) answer).resumed());
        assertThat(said.stream().filter(Snapshot.class::isInstance)).hasSize(2);
        assertThat(said.stream().filter(Trade.class::isInstance)).isEmpty();
        long from = reason.equals("not_retained") ? 2 : 1;
        assertThat(said.stream().filter(Gap.class::isInstance))
                .containsExactly(
                        new Gap(Channel.TRADES, null, from, forgetful.head(), reason),
                        new Gap(Channel.BARS, null, from, forgetful.head(), reason));
        assertThat(client.outlet.position().seq()).isEqualTo(forgetful.head());
    }

    @Test
    void the_oldest_position_that_is_still_whole_can_be_resumed() {
        Fixture forgetful = new Fixture(new Market(A), Fixture.small(100, 2_000, 5));
        long before = forgetful.head();
        for (int i = 0; i < 3; i++) {
            forgetful.publish(forgetful.market.trade(A, "10.10"), forgetful.market.trade(A, "10.20"));
        }
        // Each batch numbers two trades and five open bars; the first trade of six is forgotten.
        Fixture.Client tooOld = forgetful.connect(tradesSince(forgetful.positionText(before), A));
        assertThat(tooOld.outlet.take(Subscribed.class).getFirst().resumed()).isFalse();
        Fixture.Client justInTime = forgetful.connect(tradesSince(forgetful.positionText(before + 1), A));
        List<ServerMessage> said = justInTime.outlet.take();
        assertThat(said.stream().filter(Trade.class::isInstance)).hasSize(5);
    }

    @Test
    void without_since_nothing_is_resumed_and_nothing_was_lost() {
        Fixture.Client client = hub.connect(trades(A));
        List<ServerMessage> said = client.outlet.take();
        assertThat(said).hasSize(2).noneMatch(Gap.class::isInstance);
        assertThat(((Subscribed) said.get(1)).resumed()).isFalse();
    }

    @Test
    void a_later_since_is_for_the_symbols_it_adds() {
        Fixture.Client client = hub.connect(trades(A)).readsAll();
        String since = hub.positionText(hub.head());
        hub.publish(hub.market.trade(A, "10.10"), hub.market.trade(B, "10.10"));
        client.readsAll();
        client.outlet.take();
        client.says(tradesSince(since, A, B)).readsAll();
        assertThat(client.outlet.take(Trade.class))
                .singleElement()
                .satisfies(trade -> assertThat(trade.symbol()).isEqualTo(B));
    }

    @Test
    void a_value_that_was_held_back_is_made_good() {
        Fixture.Client before =
                hub.connect(subscribe(Channel.QUOTES, 0.5, null, A)).readsAll();
        hub.publish(hub.market.quote(A, "10.50"));
        // Something else moves the position past the quote that is held back.
        before.says(trades(B)).readsAll();
        hub.publish(hub.market.trade(B, "10.10"));
        before.readsAll();
        assertThat(before.outlet.take(Quote.class)).isEmpty();
        String since = before.outlet.position().toString();
        Fixture.Client after =
                hub.connect(subscribe(Channel.QUOTES, 0.5, since, A)).readsAll();
        assertThat(after.outlet.take(Quote.class))
                .singleElement()
                .satisfies(quote -> assertThat(quote.last()).isEqualByComparingTo("10.50"));
    }

    @Test
    void a_change_of_status_is_replayed_though_another_channel_of_the_symbol_begins_anew() {
        Fixture.Client before = hub.connect(quotes(A)).readsAll();
        String since = before.outlet.position().toString();
        hub.publish(hub.market.status(A, TradingStatus.HALTED));
        Fixture.Client after = hub.connect(trades(A), quotesSince(since, A)).readsAll();
        assertThat(after.outlet.take(Status.class)).hasSize(1);
    }

    @Test
    void a_change_of_status_that_cannot_come_in_its_place_any_more_is_announced_as_lost() {
        String since = hub.positionText(hub.head());
        hub.publish(hub.market.status(A, TradingStatus.HALTED));
        Fixture.Client client = hub.connect(trades(A)).readsAll();
        hub.publish(hub.market.status(A, TradingStatus.OPEN));
        client.readsAll();
        assertThat(client.outlet.take(Status.class)).hasSize(1);
        client.says(quotesSince(since, A)).readsAll();
        List<ServerMessage> said = client.outlet.take();
        assertThat(said).noneMatch(Status.class::isInstance);
        assertThat(said.stream().filter(Gap.class::isInstance).map(Gap.class::cast))
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.channel()).isEqualTo(Channel.QUOTES);
                    assertThat(gap.symbol()).isEqualTo(A);
                });
    }
}
