package dev.liveticker.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.message.Quote;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Status;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class QuoteBookTest {

    private static final Symbol A = Symbol.of("A");
    private static final Symbol B = Symbol.of("B");

    private final AtomicLong clock = new AtomicLong();
    private final QuoteBook book = new QuoteBook(clock::get);

    private static Quote quote(Symbol symbol, long seq, BigDecimal open) {
        BigDecimal last = BigDecimal.valueOf(seq);
        return new Quote(
                symbol,
                seq,
                seq,
                null,
                null,
                null,
                null,
                last,
                null,
                null,
                open,
                null,
                null,
                null,
                open == null ? null : TradingStatus.OPEN);
    }

    @Test
    void a_quote_is_completed_by_what_the_snapshot_said_of_the_session() {
        book.accept(List.of(Snapshot.of(quote(A, 1, BigDecimal.TEN)), quote(A, 2, null)));
        Quote whole = book.entry(A).orElseThrow().quote();
        assertThat(whole.last()).isEqualTo("2");
        assertThat(whole.open()).isEqualTo("10");
    }

    @Test
    void it_is_drained_once_with_the_newest_of_what_changed() {
        clock.set(7);
        book.accept(List.of(quote(A, 1, null), quote(B, 2, null), quote(A, 3, null)));
        Map<Symbol, QuoteBook.Entry> drained = book.drain();
        assertThat(drained).containsOnlyKeys(A, B);
        assertThat(drained.get(A).quote().seq()).isEqualTo(3);
        assertThat(drained.get(A).receivedAtNanos()).isEqualTo(7);
        assertThat(book.drain()).isEmpty();
    }

    @Test
    void a_status_changes_a_known_symbol_and_does_not_make_its_price_look_fresh() {
        book.accept(List.of(quote(A, 1, BigDecimal.ONE)));
        clock.set(99);
        book.accept(
                List.of(new Status(A, 2, TradingStatus.HALTED, null), new Status(B, 3, TradingStatus.HALTED, null)));
        assertThat(book.entry(A).orElseThrow().quote().status()).isEqualTo(TradingStatus.HALTED);
        assertThat(book.entry(A).orElseThrow().receivedAtNanos()).isZero();
        assertThat(book.drain()).containsOnlyKeys(A);
    }

    @Test
    void what_nobody_looks_at_is_forgotten() {
        book.accept(List.of(quote(A, 1, null), quote(B, 2, null)));
        book.retain(Set.of(B));
        assertThat(book.entry(A)).isEmpty();
        assertThat(book.drain()).containsOnlyKeys(B);
    }

    @Property(tries = 300)
    void whatever_is_fed_and_drained_in_turn_the_last_drain_of_a_symbol_is_its_newest(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int steps) {
        QuoteBook own = new QuoteBook(() -> 0);
        Random random = new Random(seed);
        Map<Symbol, Long> newest = new HashMap<>();
        Map<Symbol, Long> seen = new HashMap<>();
        for (long seq = 1; seq <= steps; seq++) {
            Symbol symbol = Symbol.of("S" + random.nextInt(5));
            List<ServerMessage> frame = new ArrayList<>(List.of(quote(symbol, seq, null)));
            own.accept(frame);
            newest.put(symbol, seq);
            if (random.nextInt(4) == 0) {
                own.drain().forEach((key, entry) -> seen.put(key, entry.quote().seq()));
            }
        }
        own.drain().forEach((key, entry) -> seen.put(key, entry.quote().seq()));
        assertThat(seen).isEqualTo(newest);
    }

    @Test
    void a_feeder_and_a_drainer_at_once_lose_nothing() throws Exception {
        int rounds = 20_000;
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> feeder = CompletableFuture.runAsync(() -> {
            for (long seq = 1; seq <= rounds; seq++) {
                book.accept(List.of(quote(seq % 2 == 0 ? A : B, seq, null)));
            }
            done.set(true);
        });
        Map<Symbol, Long> seen = new HashMap<>();
        boolean over;
        do {
            over = done.get();
            book.drain().forEach((symbol, entry) -> {
                Long before = seen.put(symbol, entry.quote().seq());
                assertThat(before == null || before <= entry.quote().seq()).isTrue();
            });
        } while (!over);
        feeder.get(60, TimeUnit.SECONDS);
        assertThat(seen).containsEntry(A, (long) rounds).containsEntry(B, (long) rounds - 1);
    }
}
