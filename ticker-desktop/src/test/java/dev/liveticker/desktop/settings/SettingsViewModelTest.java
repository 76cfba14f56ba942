package dev.liveticker.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.feed.Transport;
import dev.liveticker.feed.tls.Fingerprint;
import dev.liveticker.feed.tls.HostPort;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsViewModelTest {

    @TempDir
    Path directory;

    private SettingsStore store;
    private SettingsViewModel settings;

    @BeforeEach
    void open() {
        store = new SettingsStore(
                new SettingsFile(directory, InstantSource.system()), Settings.defaults(), Settings.defaults());
        settings = new SettingsViewModel(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void it_shows_what_is_in_force() {
        assertThat(settings.builtIn().get()).isTrue();
        assertThat(settings.transport().get()).isEmpty();
        assertThat(settings.appearance().theme().get()).isEqualTo(ThemeChoice.SYSTEM);
        assertThat(settings.appearance().flash().get()).isTrue();
    }

    @Test
    void every_choice_is_in_force_at_once() {
        settings.transport().set(Optional.of(Transport.SSE));
        settings.appearance().theme().set(ThemeChoice.DARK);
        settings.appearance().flash().set(false);

        assertThat(store.settings().get())
                .isEqualTo(Settings.defaults()
                        .withTransport(Transport.SSE)
                        .withTheme(ThemeChoice.DARK)
                        .withFlash(false));
    }

    @Test
    void whatever_the_dialog_changes_ends_up_in_the_settings() {
        settings.binary().set(true);
        settings.compression().set(false);
        settings.quotesPerSecond().set(Optional.of(5.0));
        settings.desktopNotices().set(false);
        settings.sound().set(false);
        settings.appearance().colours().set(TickColours.BLUE_UP);
        settings.appearance().language().set(Language.GERMAN);
        settings.appearance().textScale().set(1.5);
        settings.appearance().tape().set(true);
        settings.appearance().tapeSpeed().set(120.0);

        assertThat(store.settings().get())
                .isEqualTo(Settings.defaults()
                        .withWire(new Wire(true, false, 5.0))
                        .withNotices(new Notices(false, false))
                        .withAppearance(new Appearance(
                                ThemeChoice.SYSTEM, TickColours.BLUE_UP, Language.GERMAN, 1.5, true, true, 120)));
        settings.quotesPerSecond().set(Optional.empty());
        assertThat(store.settings().get().wire().quotesPerSecond()).isNull();
    }

    @Test
    void a_certificate_that_was_trusted_can_be_forgotten() {
        HostPort other = new HostPort("a.example", 443);
        Fingerprint fingerprint = new Fingerprint("AB".repeat(32));
        store.change(
                now -> now.withPin(new HostPort("b.example", 8443), fingerprint).withPin(other, fingerprint));
        assertThat(settings.trusted().getValue())
                .extracting(trusted -> trusted.server().toString())
                .containsExactly("a.example:443", "b.example:8443");

        settings.forget(settings.trusted().getValue().getLast());

        assertThat(settings.trusted().getValue()).containsExactly(new TrustedCertificate(other, fingerprint));
        assertThat(store.settings().get().pins()).containsOnlyKeys(other);
    }

    @Test
    void an_address_is_in_force_once_it_is_one() {
        settings.builtIn().set(false);
        assertThat(store.settings().get().server()).isNull();

        settings.acceptAddress();
        assertThat(settings.addressProblem().get()).isEqualTo("Type the address of the server.");
        settings.address().set("http://a b");
        settings.acceptAddress();
        assertThat(settings.addressProblem().get()).startsWith("An address looks like");
        assertThat(store.settings().get().server()).isNull();

        settings.address().set("feed.example:8080/");
        settings.acceptAddress();
        assertThat(settings.addressProblem().get()).isEmpty();
        assertThat(store.settings().get().server()).isEqualTo(URI.create("http://feed.example:8080"));
    }

    @Test
    void a_token_is_for_one_server_and_shown_to_no_other() {
        settings.builtIn().set(false);
        settings.address().set("https://feed.example");
        settings.token().set(" abc.def ");
        settings.acceptAddress();
        URI server = URI.create("https://feed.example");
        assertThat(store.settings().get().tokenFor(server)).contains("abc.def");

        settings.address().set("https://evil.example");
        assertThat(settings.token().get()).isEmpty();
        settings.acceptAddress();
        assertThat(store.settings().get().tokenFor(URI.create("https://evil.example")))
                .isEmpty();

        settings.address().set("https://feed.example");
        assertThat(settings.token().get()).isEqualTo("abc.def");
        settings.token().set("two words");
        settings.acceptAddress();
        assertThat(settings.addressProblem().get()).startsWith("That is no token");
        settings.token().set("");
        settings.acceptAddress();
        assertThat(store.settings().get().tokenFor(server)).isEmpty();
    }

    @Test
    void going_back_to_the_built_in_server_keeps_the_address_for_later() {
        settings.builtIn().set(false);
        settings.address().set("http://feed.example:8080");
        settings.acceptAddress();

        settings.builtIn().set(true);

        assertThat(store.settings().get().server()).isNull();
        assertThat(settings.builtIn().get()).isTrue();
        assertThat(settings.address().get()).isEqualTo("http://feed.example:8080");
    }

    @Test
    void a_choice_made_elsewhere_shows_here_too() {
        store.change(now -> now.withTransport(Transport.POLLING)
                .withTheme(ThemeChoice.LIGHT)
                .withServer(URI.create("http://feed.example")));

        assertThat(settings.transport().get()).contains(Transport.POLLING);
        assertThat(settings.appearance().theme().get()).isEqualTo(ThemeChoice.LIGHT);
        assertThat(settings.builtIn().get()).isFalse();
        assertThat(settings.address().get()).isEqualTo("http://feed.example");
    }
}
