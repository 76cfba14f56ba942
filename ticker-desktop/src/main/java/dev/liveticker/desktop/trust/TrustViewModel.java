package dev.liveticker.desktop.trust;

import dev.liveticker.desktop.text.Texts;
import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.Feed;
import dev.liveticker.feed.tls.CertificateRefusal;
import dev.liveticker.feed.tls.Fingerprint;
import dev.liveticker.feed.tls.HostPort;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * The question whether to trust a certificate: asked once when a server shows one that may be pinned, and again
 * whenever the person wants. Nothing is trusted unless {@link #trust} is called. Belongs to the FX thread; needs no
 * toolkit.
 */
public final class TrustViewModel {

    private static final int DIGITS_A_GROUP = 4;
    private static final int GROUPS_A_LINE = 8;

    private final Feed feed;
    private final BiConsumer<HostPort, Fingerprint> pin;
    private final ReadOnlyObjectWrapper<@Nullable CertificateRefusal> question = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty asking = new SimpleBooleanProperty();

    /** @param pin remembers a certificate for a server, and connects again */
    public TrustViewModel(Feed feed, BiConsumer<HostPort, Fingerprint> pin) {
        this.feed = feed;
        this.pin = pin;
    }

    /** The certificate that was refused; absent if none was, or trusting it is not for a person to decide. */
    public ReadOnlyObjectProperty<@Nullable CertificateRefusal> question() {
        return question.getReadOnlyProperty();
    }

    /** Whether the question is being put. */
    public BooleanProperty asking() {
        return asking;
    }

    /** Brings it up to date with the feed. Called often. */
    public void pulse() {
        CertificateRefusal refusal =
                feed.state() instanceof ConnectionState.Refused refused ? refused.certificate() : null;
        CertificateRefusal next = refusal != null && refusal.mayBePinned() ? refusal : null;
        if (next == null) {
            question.set(null);
            asking.set(false);
        } else if (!next.equals(question.get())) {
            // Put away first, so that what is shown is never about another certificate.
            asking.set(false);
            question.set(next);
            asking.set(true);
        }
    }

    /** Puts the question again. */
    public void ask() {
        asking.set(question.get() != null);
    }

    /** The certificate is the right one, from now on and for this server alone. */
    public void trust() {
        CertificateRefusal trusted = question.get();
        asking.set(false);
        if (trusted != null) {
            pin.accept(trusted.server(), trusted.fingerprint());
        }
    }

    /** The connection stays refused. */
    public void cancel() {
        asking.set(false);
    }

    /** Whether another certificate was trusted for this server before. */
    static boolean isChange(CertificateRefusal refusal) {
        return refusal.reason() == CertificateRefusal.Reason.CHANGED;
    }

    static String heading(CertificateRefusal refusal) {
        return isChange(refusal)
                ? Texts.of("trust.changed.title", refusal.server())
                : Texts.of("trust.unknown.title", refusal.server());
    }

    static String explanation(CertificateRefusal refusal) {
        return isChange(refusal) ? Texts.of("trust.changed.text") : Texts.of("trust.unknown.text");
    }

    static String choice(CertificateRefusal refusal) {
        return isChange(refusal) ? Texts.of("trust.changed.accept") : Texts.of("trust.unknown.accept");
    }

    /** In groups, as people read them to each other. */
    static String grouped(Fingerprint fingerprint) {
        StringBuilder text = new StringBuilder();
        String hex = fingerprint.hex();
        for (int from = 0; from < hex.length(); from += DIGITS_A_GROUP) {
            if (from > 0) {
                text.append(from % (DIGITS_A_GROUP * GROUPS_A_LINE) == 0 ? '\n' : ' ');
            }
            text.append(hex, from, from + DIGITS_A_GROUP);
        }
        return text.toString();
    }

    static String validity(CertificateRefusal refusal, ZoneId zone) {
        DateTimeFormatter date = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(Locale.getDefault(Locale.Category.FORMAT))
                .withZone(zone);
        return Texts.of("trust.validity", date.format(refusal.validFrom()), date.format(refusal.validUntil()));
    }
}
