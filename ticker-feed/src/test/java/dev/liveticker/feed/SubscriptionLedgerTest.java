package dev.liveticker.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.Gap;
import dev.liveticker.message.Position;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Status;
import dev.liveticker.message.Subscribed;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubscriptionLedgerTest {

    private static final Symbol A = Symbol.of("A");
    private static final Symbol B = Symbol.of("B");

    private final SubscriptionLedger ledger = new SubscriptionLedger();

    @Test
    void a_rate_is_asked_for_with_quotes_and_with_nothing_else() {
        ledger.want(List.of(Subscription.quotes(A), Subscription.trades(A), Subscription.bars(A, Interval.ONE_MINUTE)));
        ledger.linked(null);

        assertThat(subscribes(ledger.reconcile(2.0)))
                .extracting(ClientMessage.Subscribe::maxRate)
                .containsExactly(2.0, null, null);
    }

    @Test
    void another_rate_is_asked_for_on_the_link_there_is() {
        ledger.want(List.of(Subscription.quotes(A), Subscription.trades(A)));
        ledger.linked(null);
        ledger.reconcile(null);
        assertThat(ledger.reconcile(null)).isEmpty();

        assertThat(subscribes(ledger.reconcile(5.0))).singleElement().satisfies(subscribe -> {
            assertThat(subscribe.symbols()).containsExactly("A");
            assertThat(subscribe.maxRate()).isEqualTo(5.0);
        });
        assertThat(subscribes(ledger.reconcile(null)))
                .singleElement()
                .satisfies(subscribe -> assertThat(subscribe.maxRate()).isNull());
    }

    @Test
    void what_is_not_wanted_any_more_is_taken_back_though_the_rate_changes_too() {
        ledger.want(List.of(Subscription.quotes(A), Subscription.quotes(B)));
        ledger.linked(null);
        ledger.reconcile(null);

        ledger.wantNoMore(List.of(Subscription.quotes(B)));
        List<ClientMessage> sent = ledger.reconcile(1.0).getFirst();

        assertThat(sent)
                .filteredOn(ClientMessage.Unsubscribe.class::isInstance)
                .singleElement()
                .satisfies(message -> assertThat(((ClientMessage.Unsubscribe) message).symbols())
                        .containsExactly("B"));
    }

    @Test
    void after_another_rate_quotes_begin_afresh_as_the_newest_may_have_been_held_back() {
        ledger.want(List.of(Subscription.quotes(A)));
        ledger.linked(null);
        ledger.reconcile(1.0);
        ledger.heard(snapshot());
        ledger.unlinked();
        ledger.linked(new Position("e1", 7));
        assertThat(subscribes(ledger.reconcile(1.0)))
                .extracting(ClientMessage.Subscribe::since)
                .containsExactly("e1:7");
        ledger.heard(snapshot());

        ledger.unlinked();
        ledger.linked(new Position("e1", 9));
        assertThat(subscribes(ledger.reconcile(null)))
                .extracting(ClientMessage.Subscribe::since)
                .containsOnlyNulls();
    }

    @Test
    void what_was_not_answered_is_asked_again_and_nothing_else() {
        ledger.want(List.of(Subscription.quotes(A)));
        ledger.linked(null);
        ledger.reconcile(null);
        ledger.heard(new Subscribed("s1", Channel.QUOTES, null, List.of(A), List.of(), false));
        ledger.want(List.of(Subscription.quotes(B)));
        ledger.reconcile(null);
        assertThat(ledger.isSettled()).isFalse();

        ledger.askAgain();
        assertThat(subscribes(ledger.reconcile(null)))
                .singleElement()
                .satisfies(again -> assertThat(again.symbols()).containsExactly("B"));
        ledger.heard(new Subscribed("s3", Channel.QUOTES, null, List.of(A, B), List.of(), false));
        assertThat(ledger.isSettled()).isTrue();
    }

    @Test
    void what_is_wanted_again_before_the_server_heard_that_it_was_not_is_not_ended_after_all() {
        ledger.want(List.of(Subscription.quotes(A)));
        ledger.linked(null);
        ledger.reconcile(null);
        ledger.wantNoMore(List.of(Subscription.quotes(A)));
        ledger.reconcile(null);
        ledger.want(List.of(Subscription.quotes(A)));

        ledger.askAgain();
        assertThat(ledger.reconcile(null).getFirst()).singleElement().isInstanceOf(ClientMessage.Subscribe.class);
    }

    @Test
    void only_what_is_streamed_is_wanted() {
        ledger.want(List.of(Subscription.trades(A), Subscription.bars(B, Interval.ONE_MINUTE)));
        Trade trade = new Trade(A, 1, 1, BigDecimal.ONE, BigDecimal.ONE, Side.BUY, 1);
        assertThat(ledger.wants(trade)).isTrue();
        assertThat(ledger.wants(new Status(A, 1, TradingStatus.HALTED, null))).isTrue();
        assertThat(ledger.wants(new Status(B, 1, TradingStatus.HALTED, null))).isTrue();
        assertThat(ledger.wants(new Gap(Channel.BARS, B, 1, 2, "slow_reader"))).isTrue();
        assertThat(ledger.wants(new Gap(Channel.QUOTES, null, 1, 2, "slow_reader")))
                .isTrue();
        assertThat(ledger.wants(new Gap(Channel.TRADES, B, 1, 2, "slow_reader")))
                .isFalse();
        assertThat(ledger.wants(snapshot())).isFalse();
        ledger.wantNoMore(List.of(Subscription.trades(A)));
        assertThat(ledger.wants(trade)).isFalse();
        assertThat(ledger.wants(new Status(A, 1, TradingStatus.HALTED, null))).isFalse();
    }

    private static Snapshot snapshot() {
        BigDecimal one = BigDecimal.ONE;
        return Snapshot.of(
                new Quote(A, 1, 1, one, one, one, one, one, one, one, one, one, one, one, TradingStatus.OPEN));
    }

    private static List<ClientMessage.Subscribe> subscribes(List<List<ClientMessage>> frames) {
        return frames.stream()
                .flatMap(List::stream)
                .filter(ClientMessage.Subscribe.class::isInstance)
                .map(ClientMessage.Subscribe.class::cast)
                .toList();
    }
}
