package dev.liveticker.desktop.app;

import static dev.liveticker.desktop.app.OpenDesktop.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.settings.Settings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.ActionEvent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees of newer versions: of the program, and of the files it finds. */
class UpdateJourneyTest {

    @TempDir
    Path directory;

    @Test
    void an_address_in_the_settings_brings_a_note_into_the_status_bar() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            byte[] body =
                    "{\"version\":\"99.0.0\",\"url\":\"https://example.com/99\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/newest.json";
        OpenDesktop.settings(directory, Settings.defaults());
        try (OpenDesktop desktop =
                OpenDesktop.live(directory, FakeBackend.ready(), Some.snapshot(Some.AAPL, "189.25", "188.46"))) {
            desktop.click("#open-settings");
            desktop.click("#chapter-about");
            accept(desktop, "http://updates.example/");
            assertThat(desktop.text("#update-problem")).contains("https://");
            assertThat(asked).as("nobody, as yet").hasValue(0);

            accept(desktop, address);

            soon().untilAsserted(
                            () -> assertThat(desktop.text("#update-note")).isEqualTo("Version 99.0.0 is available"));
            Hyperlink note = desktop.robot().lookup("#update-note").queryAs(Hyperlink.class);
            assertThat(note.getTooltip().getText()).contains("https://example.com/99");
            assertThat(asked).hasValue(1);

            accept(desktop, "");
            assertThat(desktop.shows("#update-note")).isFalse();
        } finally {
            server.stop(0);
        }
    }

    private static void accept(OpenDesktop desktop, String address) {
        desktop.robot().interact(() -> {
            TextField field = desktop.robot().lookup("#update-address").queryAs(TextField.class);
            field.setText(address);
            field.fireEvent(new ActionEvent());
        });
    }

    @Test
    void files_of_a_newer_program_are_named_in_the_window_and_stay_as_they_are() throws Exception {
        String newer = "{\"version\":99,\"theme\":\"dark\",\"lists\":[]}";
        Files.writeString(directory.resolve("settings.json"), newer);
        Files.writeString(directory.resolve("watchlists.json"), newer);
        try (OpenDesktop desktop =
                OpenDesktop.live(directory, FakeBackend.ready(), Some.snapshot(Some.AAPL, "189.25", "188.46"))) {
            assertThat(desktop.showsLike(".*settings\\.json is of version 99, .* up to 1\\..*"))
                    .isTrue();
            assertThat(desktop.showsLike(".*watchlists\\.json is of version 99, .* up to 1\\..*"))
                    .isTrue();
            assertThat(desktop.rows()).as("the list one starts with").contains("AAPL");
            desktop.robot()
                    .interact(() -> desktop.app()
                            .workbench()
                            .orElseThrow()
                            .store()
                            .change(settings -> settings.withFlash(!settings.flash())));
        }
        assertThat(directory.resolve("settings.json")).hasContent(newer);
        assertThat(directory.resolve("watchlists.json")).hasContent(newer);
    }
}
