package dev.liveticker.desktop.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.FakeFeed;
import dev.liveticker.desktop.fake.Some;
import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.Transport;
import dev.liveticker.feed.tls.CertificateRefusal;
import dev.liveticker.feed.tls.CertificateRefusal.Reason;
import dev.liveticker.feed.tls.Fingerprint;
import dev.liveticker.feed.tls.HostPort;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrustViewModelTest {

    private final FakeFeed feed = new FakeFeed();
    private final Map<HostPort, Fingerprint> pinned = new HashMap<>();
    private final TrustViewModel model = new TrustViewModel(feed, pinned::put);

    private void refuse(CertificateRefusal refusal) {
        feed.become(new ConnectionState.Refused(refusal.why(), refusal));
        model.pulse();
    }

    @Test
    void an_unknown_certificate_is_asked_about_once() {
        CertificateRefusal refusal = Some.refusal(Reason.UNTRUSTED, "AB");
        refuse(refusal);
        assertThat(model.asking().get()).isTrue();
        assertThat(model.question().get()).isEqualTo(refusal);

        model.cancel();
        model.pulse();
        assertThat(model.asking().get()).isFalse();
        assertThat(pinned).isEmpty();

        model.ask();
        assertThat(model.asking().get()).isTrue();
    }

    @Test
    void trusting_it_pins_it_for_its_server_alone() {
        refuse(Some.refusal(Reason.UNTRUSTED, "AB"));
        model.trust();
        assertThat(pinned)
                .containsExactly(Map.entry(new HostPort("ticker.example", 8443), new Fingerprint("AB".repeat(32))));
        assertThat(model.asking().get()).isFalse();
    }

    @Test
    void another_certificate_is_another_question() {
        refuse(Some.refusal(Reason.UNTRUSTED, "AB"));
        model.cancel();
        refuse(Some.refusal(Reason.CHANGED, "CD"));
        assertThat(model.asking().get()).isTrue();
        assertThat(model.question().get().fingerprint()).isEqualTo(new Fingerprint("CD".repeat(32)));
    }

    @Test
    void a_question_goes_when_the_connection_goes_on() {
        refuse(Some.refusal(Reason.UNTRUSTED, "AB"));
        feed.become(new ConnectionState.Connecting(1, Transport.WEBSOCKET));
        model.pulse();
        assertThat(model.asking().get()).isFalse();
        assertThat(model.question().get()).isNull();
        model.ask();
        assertThat(model.asking().get()).isFalse();
        model.trust();
        assertThat(pinned).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"WRONG_HOST", "OUT_OF_DATE"})
    void a_wrong_name_or_date_is_nothing_to_be_trusted(Reason reason) {
        refuse(Some.refusal(reason, "AB"));
        assertThat(model.question().get()).isNull();
        assertThat(model.asking().get()).isFalse();
    }

    @Test
    void another_refusal_asks_nothing() {
        feed.become(new ConnectionState.Refused("token expired"));
        model.pulse();
        assertThat(model.question().get()).isNull();
    }

    @Test
    void a_change_is_said_in_other_words() {
        CertificateRefusal unknown = Some.refusal(Reason.UNTRUSTED, "AB");
        CertificateRefusal changed = Some.refusal(Reason.CHANGED, "AB");
        assertThat(TrustViewModel.heading(unknown)).contains("ticker.example:8443");
        assertThat(TrustViewModel.heading(changed)).isEqualTo("ticker.example:8443 is not who it was");
        assertThat(TrustViewModel.explanation(changed)).isNotEqualTo(TrustViewModel.explanation(unknown));
        assertThat(TrustViewModel.choice(changed)).isNotEqualTo(TrustViewModel.choice(unknown));
    }

    @Test
    void a_fingerprint_is_shown_in_groups_that_can_be_read_aloud() {
        assertThat(TrustViewModel.grouped(new Fingerprint("0123456789ABCDEF".repeat(4))))
                .isEqualTo("0123 4567 89AB CDEF 0123 4567 89AB CDEF\n0123 4567 89AB CDEF 0123 4567 89AB CDEF");
        assertThat(TrustViewModel.validity(Some.refusal(Reason.UNTRUSTED, "AB"), ZoneOffset.UTC))
                .contains("2026", "2027");
    }
}
