package dev.liveticker.desktop.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class TradingDayTest {

    @Test
    void a_stocks_day_ends_at_midnight_where_its_currency_is_at_home() {
        assertThat(end(of(AssetClass.STOCK, "USD"), "2026-11-25T15:00:00Z")).isEqualTo("2026-11-26T05:00:00Z");
        assertThat(end(of(AssetClass.INDEX, "EUR"), "2026-11-25T15:00:00Z")).isEqualTo("2026-11-25T23:00:00Z");
        assertThat(end(of(AssetClass.STOCK, "JPY"), "2026-11-25T15:00:00Z")).isEqualTo("2026-11-26T15:00:00Z");
        assertThat(end(TradingDay.of(null), "2026-11-25T15:00:00Z")).isEqualTo("2026-11-26T05:00:00Z");
    }

    @Test
    void a_currencys_day_ends_at_17_in_new_york_and_a_coins_at_midnight_utc() {
        assertThat(end(of(AssetClass.FX, "USD"), "2026-11-25T21:59:59Z")).isEqualTo("2026-11-25T22:00:00Z");
        assertThat(end(of(AssetClass.FX, "USD"), "2026-11-25T22:00:00Z")).isEqualTo("2026-11-26T22:00:00Z");
        assertThat(end(of(AssetClass.CRYPTO, "USD"), "2026-11-25T15:00:00Z")).isEqualTo("2026-11-26T00:00:00Z");
    }

    @Test
    void a_day_on_which_the_clocks_change_is_as_long_as_it_is() {
        TradingDay stock = of(AssetClass.STOCK, "USD");
        assertThat(end(stock, "2026-03-08T05:00:00Z")).isEqualTo("2026-03-09T04:00:00Z");
        assertThat(end(stock, "2026-11-01T04:00:00Z")).isEqualTo("2026-11-02T05:00:00Z");
    }

    @Test
    void a_day_has_one_date_for_whoever_trades_in_it_also_over_their_midnight() {
        TradingDay newYork = of(AssetClass.STOCK, "USD");
        for (String moment : List.of("2026-11-25T14:30:00Z", "2026-11-25T15:30:00Z", "2026-11-25T21:00:00Z")) {
            for (String zone : List.of("America/Los_Angeles", "Europe/Berlin", "Asia/Tokyo")) {
                assertThat(date(newYork, moment, zone)).as(zone).isEqualTo("2026-11-25");
            }
        }
        TradingDay tokyo = of(AssetClass.STOCK, "JPY");
        assertThat(date(tokyo, "2026-11-26T06:00:00Z", "America/Los_Angeles")).isEqualTo("2026-11-25");
        assertThat(date(tokyo, "2026-11-26T06:00:00Z", "Europe/Berlin")).isEqualTo("2026-11-26");
        assertThat(date(of(AssetClass.FX, "USD"), "2026-11-25T21:59:59Z", "Europe/Berlin"))
                .isEqualTo("2026-11-25");
    }

    private static LocalDate date(TradingDay day, String moment, String zone) {
        return day.dateOf(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(moment)), ZoneId.of(zone));
    }

    private static TradingDay of(AssetClass kind, String currency) {
        return TradingDay.of(new Instrument(Symbol.of("X"), "Something", kind, currency, new BigDecimal("0.01"), null));
    }

    private static String end(TradingDay day, String moment) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(moment));
        return Instant.EPOCH.plus(day.endAfter(micros), ChronoUnit.MICROS).toString();
    }
}
