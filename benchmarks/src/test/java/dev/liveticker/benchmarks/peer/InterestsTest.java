package dev.liveticker.benchmarks.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.codec.MalformedFrameException;
import dev.liveticker.model.Symbol;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterestsTest {

    private static final Symbol SYMBOL = new Symbol("S10000");

    private final Interests<String> interests = new Interests<>();

    @Test
    void a_quote_goes_to_those_who_want_its_symbol() throws MalformedFrameException {
        interests.add("one", "[{\"type\":\"subscribe\",\"channel\":\"quotes\",\"symbols\":[\"S10000\",\"S10001\"]}]");
        interests.add("two", "[{\"type\":\"subscribe\",\"channel\":\"quotes\",\"symbols\":[\"S10001\"]}]");

        assertThat(told(System.nanoTime())).containsExactly("one");

        interests.remove("one");
        assertThat(told(System.nanoTime())).isEmpty();
    }

    @Test
    void what_comes_sooner_than_the_clients_rate_is_dropped() throws MalformedFrameException {
        interests.add(
                "slow", "[{\"type\":\"subscribe\",\"channel\":\"quotes\",\"symbols\":[\"S10000\"],\"maxRate\":10}]");
        long now = System.nanoTime();

        assertThat(told(now)).containsExactly("slow");
        assertThat(told(now + 99_000_000)).isEmpty();
        assertThat(told(now + 100_000_000)).containsExactly("slow");
    }

    private List<String> told(long nanos) {
        List<String> told = new ArrayList<>();
        interests.forEach(SYMBOL, nanos, told::add);
        return told;
    }
}
