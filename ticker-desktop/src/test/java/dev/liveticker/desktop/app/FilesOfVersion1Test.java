package dev.liveticker.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.alert.AlertHistoryForm;
import dev.liveticker.desktop.chart.ChartPreferencesForm;
import dev.liveticker.desktop.command.RecentForm;
import dev.liveticker.desktop.hint.HintForm;
import dev.liveticker.desktop.indicator.IndicatorsForm;
import dev.liveticker.desktop.portfolio.PortfolioForm;
import dev.liveticker.desktop.settings.Settings;
import dev.liveticker.desktop.settings.SettingsFile;
import dev.liveticker.desktop.storage.JsonForm;
import dev.liveticker.desktop.storage.KeptFile;
import dev.liveticker.desktop.update.LastInquiryForm;
import dev.liveticker.desktop.watchlist.WatchlistsForm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Files as the first version wrote them. They never change: every later version has to read them. */
class FilesOfVersion1Test {

    private static final Pattern OPENED = Pattern.compile("files\\.open\\(\\s*\"([a-z]+\\.json)\"");

    private static final Map<String, JsonForm<?>> FORMS = Map.of(
            "watchlists.json", new WatchlistsForm(List.of()),
            "portfolio.json", new PortfolioForm(),
            "alerts.json", new AlertHistoryForm(),
            "chart.json", new ChartPreferencesForm(),
            "indicators.json", new IndicatorsForm(),
            "recent.json", new RecentForm(),
            "hints.json", new HintForm(),
            "window.json", new WindowForm(),
            "update.json", new LastInquiryForm());

    @TempDir
    Path directory;

    static Set<String> names() {
        return new TreeSet<>(FORMS.keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void it_is_read_without_a_word_and_nothing_of_it_is_lost(String name) throws IOException {
        holds(name, FORMS.get(name));
    }

    private <T> void holds(String name, JsonForm<T> form) throws IOException {
        KeptFile<T> file = new KeptFile<>(put(name), form, InstantSource.system());

        KeptFile.Loaded<T> loaded = file.load();
        file.save(loaded.value());

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.value()).isNotEqualTo(form.initial());
        assertThat(saved(name)).isEqualTo(fixture(name));
    }

    @Test
    void so_are_the_settings() throws IOException {
        put("settings.json");
        SettingsFile file = new SettingsFile(directory, InstantSource.system());

        KeptFile.Loaded<Settings> loaded = file.load();
        file.save(loaded.value());

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.value()).isNotEqualTo(Settings.defaults());
        assertThat(saved("settings.json")).isEqualTo(fixture("settings.json"));
        assertThat(SettingsFile.namesServer(directory)).isTrue();
    }

    @Test
    void there_is_one_of_every_file_that_the_desktop_keeps() throws IOException {
        Set<String> opened = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                Matcher matcher = OPENED.matcher(Files.readString(source));
                while (matcher.find()) {
                    opened.add(matcher.group(1));
                }
            }
        }
        assertThat(opened).isEqualTo(FORMS.keySet());
    }

    private Path put(String name) throws IOException {
        Path place = directory.resolve(name);
        try (InputStream fixture = open(name)) {
            Files.copy(fixture, place);
        }
        return place;
    }

    /** But for the version, which is the newest then. */
    private JsonNode saved(String name) throws IOException {
        return withoutVersion(JsonMapper.shared().readTree(Files.readAllBytes(directory.resolve(name))));
    }

    private static JsonNode fixture(String name) throws IOException {
        try (InputStream fixture = open(name)) {
            return withoutVersion(JsonMapper.shared().readTree(fixture));
        }
    }

    private static JsonNode withoutVersion(JsonNode tree) {
        ((ObjectNode) tree).remove("version");
        return tree;
    }

    private static InputStream open(String name) {
        return FilesOfVersion1Test.class.getResourceAsStream("version-1/" + name);
    }
}
