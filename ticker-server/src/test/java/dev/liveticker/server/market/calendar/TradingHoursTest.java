package dev.liveticker.server.market.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.liveticker.model.AssetClass;
import dev.liveticker.model.MicroTime;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TradingHoursTest {

    private static final long MINUTE = 60_000_000;
    private static final long DAY = 24 * 60 * MINUTE;

    @ParameterizedTest
    @CsvSource({
        // Summer time began on 8 March 2026 in America and on 29 March in Europe.
        "USD, 2026-03-06T08:59:59Z, CLOSED",
        "USD, 2026-03-06T09:00:00Z, PRE_MARKET",
        "USD, 2026-03-06T14:29:59Z, PRE_MARKET",
        "USD, 2026-03-06T14:30:00Z, REGULAR",
        "USD, 2026-03-06T20:59:59Z, REGULAR",
        "USD, 2026-03-06T21:00:00Z, CLOSED",
        "USD, 2026-03-07T16:00:00Z, CLOSED",
        "USD, 2026-03-09T13:29:59Z, PRE_MARKET",
        "USD, 2026-03-09T13:30:00Z, REGULAR",
        "USD, 2026-03-09T20:00:00Z, CLOSED",
        "USD, 2026-11-26T16:00:00Z, CLOSED",
        "USD, 2026-11-27T17:59:59Z, REGULAR",
        "USD, 2026-11-27T18:00:00Z, CLOSED",
        "EUR, 2026-03-27T07:59:59Z, CLOSED",
        "EUR, 2026-03-27T08:00:00Z, REGULAR",
        "EUR, 2026-03-30T07:00:00Z, REGULAR",
        "EUR, 2026-04-03T10:00:00Z, CLOSED",
        "EUR, 2026-04-06T10:00:00Z, CLOSED",
        "JPY, 2026-03-06T00:00:00Z, REGULAR",
        "JPY, 2026-03-06T06:30:00Z, CLOSED",
        "JPY, 2027-01-01T01:00:00Z, CLOSED",
    })
    void an_exchange_keeps_the_hours_of_its_zone(String currency, ZonedDateTime time, Phase phase) {
        assertThat(ExchangeHours.of(currency).at(MicroTime.of(time.toInstant())).phase())
                .isEqualTo(phase);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-06T21:59:59Z, REGULAR, 2026-03-06",
        "2026-03-06T22:00:00Z, CLOSED, 2026-03-06",
        "2026-03-08T20:59:59Z, CLOSED, 2026-03-06",
        "2026-03-08T21:00:00Z, REGULAR, 2026-03-09",
        "2026-03-09T20:59:59Z, REGULAR, 2026-03-09",
        "2026-03-09T21:00:00Z, REGULAR, 2026-03-10",
    })
    void currencies_trade_from_sunday_to_friday_at_five_in_new_york(ZonedDateTime time, Phase phase, LocalDate day) {
        Stretch stretch = CurrencyWeek.CURRENCIES.at(MicroTime.of(time.toInstant()));

        assertThat(stretch.phase()).isEqualTo(phase);
        assertThat(LocalDate.ofEpochDay(stretch.day())).isEqualTo(day);
    }

    @Test
    void a_closed_exchange_says_when_it_opens() {
        long saturday = micros("2026-04-04T12:00");

        Stretch stretch = ExchangeHours.NEW_YORK.at(saturday);

        assertThat(stretch.reason()).isEqualTo("closed until Mon 6 Apr 04:00 America/New_York");
        assertThat(stretch.from()).isEqualTo(micros("2026-04-02T16:00"));
        assertThat(stretch.until()).isEqualTo(micros("2026-04-06T04:00"));
        assertThat(LocalDate.ofEpochDay(stretch.day())).isEqualTo(LocalDate.of(2026, 4, 2));
    }

    @Test
    void without_sessions_nothing_ever_closes() {
        for (AssetClass kind : AssetClass.values()) {
            TradingHours hours = TradingHours.of(kind, "USD", false);
            for (long time = micros("2026-03-05T00:00"); time < micros("2026-03-12T00:00"); time += 7 * MINUTE) {
                assertThat(hours.at(time).phase()).isEqualTo(Phase.REGULAR);
                assertThat(hours.at(time).activity()).isGreaterThan(400);
            }
        }
    }

    @Test
    void where_a_stock_is_at_home_its_currency_says() {
        assertThat(TradingHours.of(AssetClass.STOCK, "USD", true)).isEqualTo(ExchangeHours.NEW_YORK);
        assertThat(TradingHours.of(AssetClass.STOCK, "SEK", true)).isEqualTo(ExchangeHours.EUROPE);
        assertThat(TradingHours.of(AssetClass.INDEX, "JPY", true)).isEqualTo(ExchangeHours.TOKYO);
        assertThat(TradingHours.of(AssetClass.CRYPTO, "USD", true)).isEqualTo(RoundTheClock.CRYPTO);
    }

    @ParameterizedTest
    @EnumSource(RoundTheClock.class)
    void a_day_round_the_clock_has_the_average_activity(RoundTheClock hours) {
        assertThat(seconds(hours, "2026-03-05T00:00")).isCloseTo(hours.secondsADay(), within(100.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"USD", "EUR", "JPY"})
    void a_session_has_the_activity_that_it_says(String currency) {
        TradingHours hours = ExchangeHours.of(currency);
        assertThat(seconds(hours, "2026-03-04T00:00")).isCloseTo(hours.secondsADay(), within(100.0));
    }

    @Test
    void a_session_is_busy_at_its_ends_and_quiet_at_noon() {
        int open = ExchangeHours.NEW_YORK.at(micros("2026-03-05T09:30")).activity();
        int noon = ExchangeHours.NEW_YORK.at(micros("2026-03-05T12:45")).activity();
        int close = ExchangeHours.NEW_YORK.at(micros("2026-03-05T15:59")).activity();

        assertThat(open).isGreaterThan(close);
        assertThat(close).isGreaterThan(2 * noon);
    }

    @Property
    void stretches_follow_on_one_another_without_gap(
            @ForAll("anyHours") TradingHours hours,
            @ForAll @LongRange(min = 0, max = 30_000) long day,
            @ForAll @LongRange(min = 0, max = DAY - 1) long micros) {
        long time = day * DAY + micros;

        Stretch stretch = hours.at(time);

        assertThat(stretch.from()).isLessThanOrEqualTo(time);
        assertThat(stretch.until()).isGreaterThan(time);
        assertThat(hours.at(stretch.from())).isEqualTo(stretch);
        assertThat(hours.at(stretch.until() - 1)).isEqualTo(stretch);
        assertThat(hours.at(stretch.until()).from()).isEqualTo(stretch.until());
        assertThat(hours.at(stretch.until()).day()).isGreaterThanOrEqualTo(stretch.day());
        assertThat(stretch.activity() > 0).isEqualTo(stretch.phase().trading());
    }

    @Provide
    Arbitrary<TradingHours> anyHours() {
        return Arbitraries.of(
                RoundTheClock.STOCKS,
                RoundTheClock.CURRENCIES,
                RoundTheClock.CRYPTO,
                CurrencyWeek.CURRENCIES,
                CurrencyWeek.FUTURES,
                ExchangeHours.NEW_YORK,
                ExchangeHours.EUROPE,
                ExchangeHours.TOKYO);
    }

    private static double seconds(TradingHours hours, String from) {
        long start = micros(from);
        long[] minutes = new long[1_440];
        Arrays.setAll(minutes, i -> hours.at(start + i * MINUTE).activity());
        return Arrays.stream(minutes).sum() * 60 / 1_000.0;
    }

    private static long micros(String inNewYork) {
        return MicroTime.of(LocalDateTime.parse(inNewYork)
                .atZone(ZoneId.of("America/New_York"))
                .toInstant());
    }
}
