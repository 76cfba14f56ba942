package dev.liveticker.desktop.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.FakeFeed;
import dev.liveticker.desktop.fake.FakeMarketData;
import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.desktop.storage.Kept;
import dev.liveticker.desktop.storage.KeptFile;
import dev.liveticker.feed.Transport;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.Failure;
import dev.liveticker.message.Notification;
import dev.liveticker.model.Alert;
import dev.liveticker.model.AlertCondition;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertsViewModelTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @TempDir
    Path directory;

    private final FakeMarketData marketData = new FakeMarketData();
    private final InstrumentDirectory instruments = new InstrumentDirectory(marketData, Runnable::run);
    private final AlertInbox inbox = new AlertInbox();
    private final FakeFeed feed = new FakeFeed(null, inbox);
    private final List<Announcement> shown = new ArrayList<>();
    private int heard;
    private long now;
    private Kept<AlertHistory> kept;
    private AlertsViewModel alerts;

    @BeforeEach
    void open() {
        instruments.load();
        kept = Kept.open(
                new KeptFile<>(directory.resolve("alerts.json"), new AlertHistoryForm(), InstantSource.system()),
                problem -> {});
        alerts = newModel();
    }

    @AfterEach
    void close() {
        kept.close();
    }

    private AlertsViewModel newModel() {
        return newModel(instruments);
    }

    private AlertsViewModel newModel(InstrumentDirectory known) {
        Announcements announcements = new Announcements(() -> true, () -> true);
        announcements.by(shown::add, () -> heard++);
        return new AlertsViewModel(feed, known, inbox, kept, announcements, "here", this::lastPrice);
    }

    private Optional<BigDecimal> lastPrice(Symbol symbol) {
        return symbol.equals(Some.AAPL) ? Optional.of(Some.price("189.25")) : Optional.empty();
    }

    private static Alert alert(String id, String price, boolean active) {
        return new Alert(
                id,
                Some.AAPL,
                AlertCondition.CROSSES_ABOVE,
                Some.price(price),
                null,
                false,
                null,
                active,
                active ? null : 5L);
    }

    private void pulse() {
        alerts.pulse(now);
    }

    private void goLive() {
        feed.goLive(Transport.WEBSOCKET);
        alerts.live(true);
        pulse();
    }

    private AlertFormViewModel newForm() {
        alerts.create(Some.AAPL, null);
        return alerts.form().get();
    }

    @Test
    void the_alerts_are_those_the_server_tells() {
        assertThat(alerts.notice().get()).isEqualTo("Waiting for your alerts from the server.");
        feed.has(alert("b", "200", true), alert("a", "190", false));

        goLive();

        assertThat(alerts.rows()).extracting(row -> row.alert().id()).containsExactly("a", "b");
        assertThat(alerts.rows())
                .extracting(AlertRow::standing)
                .containsExactly(AlertRow.Standing.FIRED, AlertRow.Standing.ARMED);
        assertThat(alerts.words().condition(alerts.rows().getFirst())).isEqualTo("rises to 190.00");
        assertThat(alerts.notice().get()).isEmpty();
        alerts.live(false);
        assertThat(alerts.notice().get()).startsWith("Not connected.");
    }

    @Test
    void a_new_alert_waits_until_the_server_has_it() {
        goLive();
        feed.leaveAlertsUnanswered();
        AlertFormViewModel form = newForm();
        form.level().set("190.5");
        form.note().set("  sell ");
        assertThat(form.submit()).isTrue();

        assertThat(alerts.form().get()).isNull();
        assertThat(alerts.rows()).extracting(AlertRow::standing).containsExactly(AlertRow.Standing.WAITING);
        ClientMessage.SetAlert asked = (ClientMessage.SetAlert) feed.asked().getFirst();
        assertThat(asked.condition()).isEqualTo("crossesAbove");
        assertThat(asked.price()).isEqualByComparingTo("190.5");
        assertThat(asked.note()).isEqualTo("sell");

        feed.has(alerts.rows().getFirst().alert());
        pulse();
        assertThat(alerts.rows()).extracting(AlertRow::standing).containsExactly(AlertRow.Standing.ARMED);
    }

    @Test
    void a_refusal_is_said_at_the_alert_and_gone_when_the_alert_is() {
        goLive();
        feed.leaveAlertsUnanswered();
        AlertFormViewModel form = newForm();
        form.level().set("190");
        form.submit();
        String id = alerts.rows().getFirst().alert().id();

        feed.deliver(new Failure("not_saved", "later", id, 500L));
        pulse();
        assertThat(alerts.rows().getFirst().standing())
                .as("the feed asks again")
                .isEqualTo(AlertRow.Standing.WAITING);
        feed.refuse(id, "too_many_alerts");
        pulse();

        AlertRow row = alerts.rows().getFirst();
        assertThat(row.standing()).isEqualTo(AlertRow.Standing.REFUSED);
        assertThat(row.problem()).startsWith("The server keeps no more alerts for you.");
        alerts.remove(row, now);
        assertThat(alerts.rows()).isEmpty();
        assertThat(feed.asked()).as("the server has none of it").hasSize(1);
        assertThat(alerts.offered().get()).isEmpty();
    }

    @Test
    void a_change_that_is_refused_leaves_the_alert_as_it_was() {
        feed.has(alert("a", "190", true));
        goLive();
        feed.leaveAlertsUnanswered();
        alerts.edit(alerts.rows().getFirst());
        AlertFormViewModel form = alerts.form().get();
        assertThat(form.level().get()).isEqualTo("190.00");
        form.level().set("195");
        form.submit();
        assertThat(alerts.rows().getFirst().alert().price()).isEqualByComparingTo("195");

        feed.refuse("a", "not_allowed");
        pulse();

        AlertRow row = alerts.rows().getFirst();
        assertThat(row.alert().price()).isEqualByComparingTo("190");
        assertThat(row.standing()).isEqualTo(AlertRow.Standing.ARMED);
        assertThat(row.problem()).isEqualTo("Your access token does not allow this symbol.");
    }

    @Test
    void a_form_that_changes_nothing_asks_for_nothing() {
        feed.has(alert("a", "190", true));
        goLive();
        alerts.edit(alerts.rows().getFirst());
        alerts.form().get().submit();

        assertThat(feed.asked()).isEmpty();
        assertThat(alerts.form().get()).isNull();
    }

    @Test
    void an_armed_alert_is_removed_at_once_and_comes_back_as_it_was() {
        feed.has(alert("a", "190", true));
        goLive();

        alerts.remove(alerts.rows().getFirst(), now);
        pulse();
        assertThat(feed.alerts()).isEmpty();
        assertThat(alerts.rows()).isEmpty();
        assertThat(alerts.offered().get()).isEqualTo("AAPL removed: rises to 190.00");

        alerts.undo();
        pulse();
        assertThat(feed.alerts()).containsExactly(alert("a", "190", true));
        assertThat(alerts.rows()).extracting(AlertRow::standing).containsExactly(AlertRow.Standing.ARMED);
        assertThat(alerts.offered().get()).isEmpty();
    }

    @Test
    void an_armed_alert_comes_back_when_the_offer_is_over_too_but_once_only() {
        feed.has(alert("a", "190", true));
        goLive();
        alerts.remove(alerts.rows().getFirst(), now);
        now += 60 * SECOND;
        pulse();
        assertThat(alerts.offered().get()).isEmpty();

        alerts.undo();
        pulse();
        assertThat(feed.alerts()).containsExactly(alert("a", "190", true));

        int asked = feed.asked().size();
        alerts.undo();
        assertThat(feed.asked()).hasSize(asked);
    }

    @Test
    void an_alert_that_fired_is_not_armed_by_bringing_it_back() {
        feed.has(alert("a", "190", false));
        goLive();
        alerts.remove(alerts.rows().getFirst(), now);
        assertThat(alerts.rows()).isEmpty();

        alerts.undo();

        assertThat(alerts.rows()).extracting(AlertRow::standing).containsExactly(AlertRow.Standing.FIRED);
        assertThat(feed.asked()).isEmpty();

        alerts.remove(alerts.rows().getFirst(), now);
        now += 8 * SECOND;
        pulse();
        assertThat(feed.asked()).containsExactly(new ClientMessage.RemoveAlert("a"));
        assertThat(alerts.offered().get()).isEmpty();
        alerts.undo();
        assertThat(feed.asked()).as("it would be armed").hasSize(1);
    }

    @Test
    void a_removal_that_is_put_off_is_said_before_the_end() {
        feed.has(alert("a", "190", false));
        goLive();
        alerts.remove(alerts.rows().getFirst(), now);

        alerts.close();

        assertThat(feed.alerts()).isEmpty();
    }

    @Test
    void one_that_fired_is_armed_again() {
        feed.has(alert("a", "190", false));
        goLive();

        alerts.arm(alerts.rows().getFirst());
        pulse();

        assertThat(alerts.rows()).extracting(AlertRow::standing).containsExactly(AlertRow.Standing.ARMED);
    }

    @Test
    void what_fires_is_announced_counted_and_acknowledged_when_it_is_seen() {
        feed.has(alert("a", "190", true));
        goLive();

        feed.fire("a", "190.05", 1_000);
        pulse();

        assertThat(alerts.unseen().get()).isEqualTo(1);
        assertThat(shown).extracting(Announcement::title).containsExactly("AAPL at 190.05 \u00b7 rises to 190.00");
        assertThat(heard).isEqualTo(1);
        assertThat(feed.asked()).isEmpty();

        alerts.seeing(true);
        assertThat(feed.asked()).containsExactly(new ClientMessage.Acknowledge("n1"));
        assertThat(alerts.unseen().get()).isZero();
        assertThat(alerts.fired()).extracting(FiredAlert::id).containsExactly("n1");
    }

    @Test
    void what_another_device_has_shown_is_seen() {
        feed.has(alert("a", "190", true));
        goLive();
        feed.fire("a", "190.05", 1_000);
        pulse();

        inbox.onAcknowledged("n1");
        pulse();

        assertThat(alerts.unseen().get()).isZero();
    }

    @Test
    void after_a_restart_what_was_seen_is_acknowledged_again_and_nothing_is_announced_twice() {
        feed.has(alert("a", "190", true), alert("b", "191", true));
        goLive();
        feed.fire("a", "190.05", 1_000);
        pulse();
        alerts.seeing(true);
        alerts.seeing(false);
        feed.fire("b", "191.05", 2_000);
        now += 2 * SECOND;
        pulse();
        int asked = feed.asked().size();

        alerts = newModel();
        goLive();
        feed.notify(notification("n1"));
        feed.notify(notification("n2"));
        now += 2 * SECOND;
        pulse();

        assertThat(feed.asked().subList(asked, feed.asked().size()))
                .containsExactly(new ClientMessage.Acknowledge("n1"));
        assertThat(alerts.unseen().get()).isEqualTo(1);
        assertThat(alerts.fired()).extracting(FiredAlert::id).containsExactly("n2", "n1");
        assertThat(shown).hasSize(2);
    }

    @Test
    void a_restarted_desktop_announces_nothing_of_all_that_waits_on_the_server() {
        goLive();
        for (int i = 1; i <= 500; i++) {
            feed.notify(notification("w" + i));
        }
        pulse();
        int announced = shown.size();

        alerts = newModel();
        goLive();
        for (int i = 1; i <= 500; i++) {
            feed.notify(notification("w" + i));
        }
        now += 2 * SECOND;
        pulse();

        assertThat(shown).hasSize(announced);
        assertThat(alerts.fired()).hasSize(500);
        assertThat(alerts.fired().getFirst().id()).isEqualTo("w500");
    }

    @Test
    void another_server_has_its_own_alerts_and_its_own_history() {
        feed.has(alert("a", "190", true));
        goLive();
        feed.fire("a", "190.05", 1_000);
        pulse();
        alerts.create(Some.AAPL, null);

        alerts.moveTo("there");
        inbox.onAlerts(List.of(alert("late", "1", true)));
        inbox.onNotification(notification("late"));
        pulse();
        assertThat(alerts.rows()).isEmpty();
        assertThat(alerts.fired()).isEmpty();
        assertThat(alerts.unseen().get()).isZero();
        assertThat(alerts.form().get()).isNull();

        feed.has(alert("other", "50", true));
        goLive();
        assertThat(alerts.rows()).extracting(row -> row.alert().id()).containsExactly("other");
        alerts.moveTo("here");
        assertThat(alerts.fired()).extracting(FiredAlert::id).containsExactly("n1");
    }

    @Test
    void a_server_without_alerts_says_why() {
        goLive();
        alerts.moveTo("there");
        feed.goLive(Transport.WEBSOCKET);
        inbox.drain();

        feed.refuse("alerts", "unauthenticated");
        pulse();

        assertThat(alerts.notice().get())
                .startsWith("There are no alerts on this server: it does not know who you are.");
    }

    @Test
    void prices_are_written_anew_when_their_decimals_are_known() {
        feed.has(new Alert(
                "e", Some.EURUSD, AlertCondition.CROSSES_BELOW, Some.price("1.05"), null, false, null, true, null));
        InstrumentDirectory unknown = new InstrumentDirectory(marketData, Runnable::run);
        alerts = newModel(unknown);
        goLive();
        List<String> written = new ArrayList<>();
        alerts.rows()
                .subscribe(
                        () -> written.add(alerts.words().condition(alerts.rows().getFirst())));

        unknown.load();

        assertThat(written).containsExactly("falls to 1.05000");
    }

    private static Notification notification(String id) {
        return new Notification(id, "local", "alert", "a", Some.AAPL, "AAPL", Some.price("190.05"), 1_000);
    }
}
