package dev.liveticker.server.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.liveticker.message.Bar;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Status;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MarketSessionsTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 6);
    private static final LocalDate SUNDAY = LocalDate.of(2026, 3, 8);
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 9);
    private static final List<Listing> SOME = Catalogue.builtIn()
            .select(Set.of(
                    Symbol.of("AAPL"),
                    Symbol.of("BRK.A"),
                    Symbol.of("SAP.DE"),
                    Symbol.of("^GSPC"),
                    Symbol.of("BTC-USD"),
                    Symbol.of("EURUSD=X")));

    private final List<MarketEvent> seen = new ArrayList<>();

    @Test
    void stocks_and_indices_close_and_say_until_when() {
        SimulatedMarket market = at(FRIDAY, "15:59:50");
        MarketWatch watch = run(market, Duration.ofSeconds(15));

        assertThat(watch.changes())
                .containsExactlyInAnyOrder(
                        closed("AAPL", "Mon 9 Mar 04:00"),
                        closed("BRK.A", "Mon 9 Mar 04:00"),
                        closed("^GSPC", "Mon 9 Mar 04:00"));
        assertThat(times("AAPL")).isNotEmpty().allMatch(time -> time < micros(FRIDAY, "16:00"));
        assertThat(times("BTC-USD")).anyMatch(time -> time > micros(FRIDAY, "16:00"));
        assertThat(times("EURUSD=X")).anyMatch(time -> time > micros(FRIDAY, "16:00"));
    }

    @Test
    void currencies_open_on_sunday_evening_on_a_new_day() {
        SimulatedMarket market = at(SUNDAY, "16:59:50");
        BigDecimal close = opening(market, "EURUSD=X").last();
        MarketWatch watch = run(market, Duration.ofSeconds(20));

        assertThat(watch.changes()).extracting(Status::status).containsExactly(TradingStatus.OPEN);
        assertThat(watch.known("EURUSD=X").previousClose()).isEqualTo(close);
        assertThat(times("EURUSD=X")).isNotEmpty().allMatch(time -> time >= micros(SUNDAY, "17:00"));
    }

    @Test
    void a_new_day_begins_thinly_with_yesterdays_close_and_no_volume() {
        SimulatedMarket market = at(MONDAY, "03:59:50");
        Quote before = opening(market, "AAPL");
        assertThat(before.status()).isEqualTo(TradingStatus.CLOSED);

        MarketWatch watch = run(market, Duration.ofMinutes(3));

        assertThat(watch.changes()).contains(new Status(Symbol.of("AAPL"), 0, TradingStatus.OPEN, "pre-market"));
        Quote first = seen.stream()
                .filter(event -> event.symbol().equals(Symbol.of("AAPL")))
                .filter(Quote.class::isInstance)
                .map(Quote.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(first.time()).isEqualTo(micros(MONDAY, "04:00"));
        assertThat(first.previousClose()).isEqualTo(before.last());
        assertThat(first.volume()).isZero();
        // 24 quotes a second would be 4,300 in three minutes; before the session it is a twentieth.
        assertThat(times("AAPL").size()).isBetween(50, 700);
    }

    @Test
    void the_regular_session_has_an_open_of_its_own_and_keeps_the_volume() {
        SimulatedMarket market = at(MONDAY, "09:29:50");
        BigDecimal volume = opening(market, "AAPL").volume();
        MarketWatch watch = run(market, Duration.ofSeconds(20));

        assertThat(watch.changes()).contains(new Status(Symbol.of("AAPL"), 0, TradingStatus.OPEN, "regular trading"));
        Trade first = seen.stream()
                .filter(Trade.class::isInstance)
                .map(Trade.class::cast)
                .filter(trade -> trade.symbol().equals(Symbol.of("AAPL")) && trade.time() >= micros(MONDAY, "09:30"))
                .findFirst()
                .orElseThrow();
        assertThat(watch.known("AAPL").open()).isEqualTo(first.price());
        assertThat(watch.known("AAPL").volume()).isGreaterThan(volume);
    }

    @Test
    void europe_is_closed_while_new_york_is_open() {
        SimulatedMarket market = at(FRIDAY, "13:00:00");
        assertThat(opening(market, "SAP.DE").status()).isEqualTo(TradingStatus.CLOSED);

        run(market, Duration.ofSeconds(20));

        assertThat(times("SAP.DE")).isEmpty();
        assertThat(times("AAPL")).isNotEmpty();
    }

    @Test
    void a_machine_that_slept_over_the_close_wakes_to_a_closed_exchange() {
        SimulatedMarket market = at(FRIDAY, "15:00:00");
        MarketWatch watch = new MarketWatch(market.instruments(), market.opening());
        market.skip(Duration.ofHours(3).toMillis() * 1_000);

        watch.see(market.step());

        assertThat(watch.changes())
                .extracting(Status::symbol)
                .contains(Symbol.of("AAPL"), Symbol.of("^GSPC"), Symbol.of("EURUSD=X"))
                .doesNotContain(Symbol.of("SAP.DE"), Symbol.of("BTC-USD"));
    }

    @Test
    void the_past_is_the_last_two_sessions_and_its_days_fit_the_opening() {
        SimulatedMarket market = at(SUNDAY, "12:00:00");
        List<Bar> bars = market.history(Symbol.of("AAPL"), Integer.MAX_VALUE);

        assertThat(bars.getFirst().start()).isEqualTo(micros(FRIDAY.minusDays(1), "04:00"));
        assertThat(bars.getLast().start()).isEqualTo(micros(FRIDAY, "15:59"));
        assertThat(bars).hasSize(2 * (330 + 390));
        Quote opening = opening(market, "AAPL");
        assertThat(opening.last()).isEqualTo(bars.getLast().close());
        assertThat(opening.previousClose()).isEqualTo(bars.get(719).close());
        Bar open = bar(bars, micros(FRIDAY, "09:30"));
        assertThat(opening.open()).isEqualTo(open.open());
        assertThat(opening.volume())
                .isEqualTo(bars.stream().skip(720).map(Bar::volume).reduce(BigDecimal.ZERO, BigDecimal::add));
        assertThat(market.history(Symbol.of("BTC-USD"), Integer.MAX_VALUE)).hasSize(1_440);
    }

    @Test
    void without_sessions_a_sunday_is_as_lively_as_any_day() {
        SimulatedMarket market = new SimulatedMarket(
                1,
                SOME,
                ZonedDateTime.of(SUNDAY, LocalTime.of(6, 0), NEW_YORK).toInstant(),
                SimulationSettings.ROUND_THE_CLOCK,
                Map.of());
        MarketWatch watch = run(market, Duration.ofSeconds(20));

        assertThat(watch.changes()).isEmpty();
        for (Listing listing : SOME) {
            assertThat(times(listing.symbol().text()))
                    .as(listing.symbol().text())
                    .isNotEmpty();
        }
    }

    @Test
    void round_the_clock_a_new_day_begins_without_a_close() {
        SimulatedMarket market = new SimulatedMarket(
                1,
                SOME,
                ZonedDateTime.of(MONDAY, LocalTime.of(23, 59, 55), NEW_YORK).toInstant());
        MarketWatch watch = run(market, Duration.ofSeconds(10));

        assertThat(watch.changes()).isEmpty();
        Quote apple = watch.known("AAPL");
        assertThat(Objects.requireNonNull(apple.volume()))
                .isLessThan(Objects.requireNonNull(opening(market, "AAPL").volume()));
        assertThat(Objects.requireNonNull(apple.previousClose()).doubleValue())
                .isCloseTo(opening(market, "AAPL").last().doubleValue(), within(1.0));
    }

    private MarketWatch run(SimulatedMarket market, Duration duration) {
        MarketWatch watch = new MarketWatch(market.instruments(), market.opening());
        for (long i = 0; i < duration.toMillis() * 1_000 / SimulatedMarket.STEP; i++) {
            List<MarketEvent> events = market.step();
            watch.see(events);
            seen.addAll(events);
        }
        return watch;
    }

    private List<Long> times(String symbol) {
        return seen.stream()
                .filter(event -> event.symbol().text().equals(symbol))
                .filter(event -> !(event instanceof Status))
                .map(event -> event instanceof Quote quote ? quote.time() : ((Trade) event).time())
                .toList();
    }

    private static SimulatedMarket at(LocalDate date, String inNewYork) {
        Instant start =
                ZonedDateTime.of(date, LocalTime.parse(inNewYork), NEW_YORK).toInstant();
        return new SimulatedMarket(1, SOME, start, SimulationSettings.SESSIONS, Map.of());
    }

    private static Quote opening(SimulatedMarket market, String symbol) {
        return market.opening().stream()
                .filter(quote -> quote.symbol().text().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    private static Bar bar(List<Bar> bars, long start) {
        return bars.stream().filter(bar -> bar.start() == start).findFirst().orElseThrow();
    }

    private static Status closed(String symbol, String until) {
        return new Status(Symbol.of(symbol), 0, TradingStatus.CLOSED, "closed until " + until + " America/New_York");
    }

    private static long micros(LocalDate date, String inNewYork) {
        return ZonedDateTime.of(date, LocalTime.parse(inNewYork), NEW_YORK)
                        .toInstant()
                        .toEpochMilli()
                * 1_000;
    }
}
