package dev.liveticker.desktop.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.liveticker.desktop.fake.FakeMarketData;
import dev.liveticker.desktop.fake.Some;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class InstrumentDirectoryTest {

    private final FakeMarketData marketData = new FakeMarketData();
    private final InstrumentDirectory directory = new InstrumentDirectory(marketData, Runnable::run);

    @Test
    void the_symbol_itself_comes_first_then_its_beginnings_then_names() {
        directory.load();

        assertThat(symbols("a")).startsWith("A", "AAL", "AAPL", "AMZN");
        assertThat(symbols("aapl")).containsExactly("AAPL");
        assertThat(symbols("micro")).containsExactly("MSFT");
        assertThat(symbols("airlines")).containsExactly("AAL");
        assertThat(symbols("gspc")).containsExactly("^GSPC");
    }

    @Test
    void a_search_knows_blanks_around_it_and_no_case_and_has_a_limit() {
        directory.load();

        assertThat(symbols("  BitCoin ")).containsExactly("BTC-USD");
        assertThat(directory.search("a", 3)).hasSize(3);
        assertThat(directory.search("   ", 3)).isEmpty();
        assertThat(symbols("no such thing")).isEmpty();
    }

    @Test
    void what_is_known_stays_when_it_cannot_be_had_anew() {
        directory.load();
        marketData.instruments(CompletableFuture.failedFuture(new IOException("gone")));

        directory.load();

        assertThat(directory.find(Some.AAPL)).isPresent();
    }

    @Test
    void what_could_not_be_had_is_asked_for_again_later_each_time() {
        marketData.instruments(CompletableFuture.failedFuture(new IOException("busy")));
        directory.second(0);
        directory.load();
        directory.second(Duration.ofSeconds(5).toNanos());
        marketData.instruments(CompletableFuture.completedFuture(Some.INSTRUMENTS));

        directory.second(Duration.ofSeconds(14).toNanos());
        assertThat(directory.find(Some.AAPL)).as("twice as long").isEmpty();
        directory.second(Duration.ofSeconds(15).toNanos());
        assertThat(directory.find(Some.AAPL)).isPresent();

        marketData.instruments(CompletableFuture.completedFuture(List.of()));
        directory.second(Duration.ofHours(1).toNanos());
        assertThat(directory.find(Some.AAPL)).as("it is there").isPresent();
    }

    @Test
    void a_reader_goes_by_what_was_known_when_it_was_asked_for() {
        directory.load();
        Function<String, Optional<Symbol>> reader = directory.reader();
        marketData.instruments(CompletableFuture.completedFuture(List.of()));
        directory.load();

        assertThat(reader.apply("gspc")).contains(Symbol.of("^GSPC"));
    }

    @Test
    void what_goes_wrong_with_the_answer_is_the_owners_to_hear() {
        Queue<Runnable> tasks = new ArrayDeque<>();
        InstrumentDirectory late = new InstrumentDirectory(marketData, tasks::add);
        late.onLoaded(() -> {
            throw new IllegalStateException("a listener failed");
        });
        late.load();

        assertThatIllegalStateException().isThrownBy(() -> tasks.remove().run());
    }

    @Test
    void an_answer_that_comes_late_does_not_replace_a_newer_one() {
        CompletableFuture<List<Instrument>> late = new CompletableFuture<>();
        marketData.instruments(late);
        directory.load();
        marketData.instruments(CompletableFuture.completedFuture(List.of(Some.instrument("NEW", "New", "0.01"))));
        directory.load();

        late.complete(Some.INSTRUMENTS);

        assertThat(directory.find(Some.AAPL)).isEmpty();
    }

    @Test
    void listeners_hear_of_every_answer() {
        AtomicInteger heard = new AtomicInteger();
        directory.onLoaded(heard::incrementAndGet);

        directory.load();
        directory.load();

        assertThat(heard).hasValue(2);
    }

    private List<String> symbols(String query) {
        return directory.search(query, 10).stream()
                .map(instrument -> instrument.symbol().text())
                .toList();
    }
}
