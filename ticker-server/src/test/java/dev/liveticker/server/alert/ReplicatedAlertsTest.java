package dev.liveticker.server.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.Notification;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.server.hub.Letter;
import dev.liveticker.server.packed.MalformedStateException;
import dev.liveticker.server.packed.PackedReader;
import dev.liveticker.server.packed.PackedWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Alerts that are told the same in the same order, and one that goes on from what another wrote down. */
class ReplicatedAlertsTest {

    private static final AlertSettings SETTINGS =
            new AlertSettings(6, 4, Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ofSeconds(1));
    private static final List<String> USERS = List.of("ana", "ben");

    private static AlertCore core(String opening) {
        return new AlertCore(
                SETTINGS, Market.INSTRUMENTS, new Market().opening(opening), AlertStore.replicated(), "other");
    }

    private static AlertState copy(AlertState state) throws MalformedStateException {
        PackedWriter to = new PackedWriter();
        state.write(to);
        PackedReader from = new PackedReader(to.written());
        AlertState copy = AlertState.read(from);
        from.end();
        return copy;
    }

    private static AlertRequest copy(AlertRequest request) throws MalformedStateException {
        return AlertRequest.decode(request.encode());
    }

    @Property(tries = 500)
    void the_same_fires_and_is_called_the_same_wherever_and_however_late_one_begins(
            @ForAll @Size(max = 120) List<@IntRange(min = 0, max = 1_000_000) Integer> script,
            @ForAll @IntRange(max = 120) int moment)
            throws MalformedStateException {
        Market market = new Market();
        AlertCore first = core("100");
        AlertCore second = core("55");
        AlertCore late = core("77");
        first.restore("epoch", first.capture());
        second.restore("epoch", copy(first.capture()));
        // Whoever is there makes no difference.
        second.joined("here", "ana");
        List<String> ids = new ArrayList<>();
        boolean begun = false;
        for (int i = 0; i < script.size(); i++) {
            if (i == moment) {
                late.restore("epoch", copy(second.capture()));
                late.joined("late", "ben");
                late.settle(i);
                begun = true;
            }
            List<AlertCore> all = begun ? List.of(first, second, late) : List.of(first, second);
            step(script.get(i), market, all, ids);
            for (AlertCore each : all) {
                each.settle(i);
            }
            first.capture()
                    .notifications()
                    .forEach(kept -> ids.add(kept.notification().id()));
        }
        assertThat(second.capture()).isEqualTo(first.capture());
        if (begun) {
            assertThat(late.capture()).isEqualTo(first.capture());
        }
    }

    private static void step(int code, Market market, List<AlertCore> all, List<String> ids)
            throws MalformedStateException {
        int detail = code / 8;
        String user = USERS.get(detail % USERS.size());
        switch (code % 8) {
            case 0, 1 -> {
                boolean percent = detail % 5 == 0;
                boolean above = detail % 3 == 0;
                String side = above ? "Above" : "Below";
                ask(
                        all,
                        user,
                        new ClientMessage.SetAlert(
                                "a" + detail % 7,
                                Market.AAPL,
                                (percent ? "changePercent" : "crosses") + side,
                                percent ? null : new BigDecimal(90 + detail % 20),
                                percent ? new BigDecimal(detail % 9 - 4) : null,
                                detail % 2 == 0,
                                detail % 4 == 0 ? "note" : null));
            }
            case 2 -> ask(all, user, new ClientMessage.RemoveAlert("a" + detail % 7));
            case 3 ->
                ask(all, user, new ClientMessage.Acknowledge(ids.isEmpty() ? "none" : ids.get(detail % ids.size())));
            case 4 -> market.pass(detail % 80);
            case 5 -> {
                var quote = market.quote(
                        Market.AAPL, "" + (88 + detail % 24), detail % 3 == 0 ? "" + (95 + detail % 10) : null);
                all.forEach(core -> core.happened(List.of(quote)));
            }
            default -> {
                var trade = market.trade(88 + detail % 24 + "." + detail % 10);
                all.forEach(core -> core.happened(List.of(trade)));
            }
        }
    }

    private static void ask(List<AlertCore> all, String user, ClientMessage.Personal wish)
            throws MalformedStateException {
        AlertRequest request = copy(new AlertRequest("session", user, true, wish));
        all.forEach(core -> core.asked(request));
    }

    @Example
    void what_waits_is_told_whoever_comes_after_a_state_was_taken_up() throws MalformedStateException {
        Market market = new Market();
        AlertCore first = core("100");
        first.restore("epoch", first.capture());
        first.asked(new AlertRequest(
                "s",
                "ana",
                true,
                new ClientMessage.SetAlert("x", Market.AAPL, "crossesAbove", new BigDecimal(101), null, null, null)));
        first.happened(List.of(market.trade("102")));
        AlertCore second = core("100");
        second.restore("epoch", copy(first.capture()));
        second.joined("there", "ana");
        List<ServerMessage> told =
                second.settle(0).stream().map(Letter::message).toList();
        assertThat(told).singleElement().isInstanceOfSatisfying(Notification.class, notification -> {
            assertThat(notification.id()).isEqualTo("epoch-1");
            assertThat(notification.alert()).isEqualTo("x");
        });
    }

    @Example
    void who_may_not_see_a_symbol_is_told_so_by_every_node_alike() throws MalformedStateException {
        AlertCore core = core("100");
        ask(List.of(core), "ana", new ClientMessage.RemoveAlert("x"));
        assertThat(core.settle(0)).hasSize(1);
        AlertRequest forbidden = new AlertRequest(
                "s",
                "ana",
                false,
                new ClientMessage.SetAlert("x", Market.AAPL, "crossesAbove", new BigDecimal(101), null, null, null));
        core.asked(copy(forbidden));
        assertThat(core.settle(0)).singleElement().asString().contains("not_allowed");
        assertThat(core.capture().book().alerts()).isEmpty();
    }

    @Property(tries = 300)
    void what_is_no_state_or_request_is_told_to_be_none(@ForAll @Size(max = 200) byte[] garbage) {
        try {
            AlertState.read(new PackedReader(garbage));
        } catch (MalformedStateException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
        try {
            AlertRequest.decode(garbage);
        } catch (MalformedStateException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}
