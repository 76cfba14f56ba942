package dev.liveticker.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Pattern USE = Pattern.compile("Texts\\s*\\.of\\(([^;]*?)\\)\\s*[;,.)]", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:\\.[a-zA-Z]+)+)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+}");
    /** Units are written alike everywhere. */
    private static final Pattern UNIT = Pattern.compile("\\b(ms|s|min|h|d)\\b");

    private static final Pattern WORD = Pattern.compile("\\p{L}");

    private final Map<String, String> english = file("texts.properties");
    private final Map<String, String> german = file("texts_de.properties");

    @AfterEach
    void speakEnglishAgain() {
        Texts.speak(Locale.ENGLISH);
    }

    @Test
    void every_key_the_code_asks_for_is_there_and_every_key_there_is_asked_for() throws IOException {
        assertThat(english.keySet()).isEqualTo(keysInUse());
    }

    @Test
    void every_text_is_there_in_german_and_none_besides() {
        assertThat(german.keySet()).isEqualTo(english.keySet());
    }

    @Test
    void no_key_is_given_twice() throws IOException {
        for (String name : List.of("texts.properties", "texts_de.properties")) {
            try (InputStream file = TextsTest.class.getResourceAsStream(name)) {
                List<String> keys = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.contains(" = "))
                        .map(line -> line.substring(0, line.indexOf(' ')))
                        .toList();
                assertThat(keys).as(name).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void every_text_is_a_format_that_can_be_filled_in() {
        Stream.of(english, german)
                .forEach(texts -> texts.forEach((key, pattern) -> {
                    String text = new MessageFormat(pattern).format(new Object[] {"one", "two", "three", "four"});
                    assertThat(text).as(key).isNotBlank().doesNotContain("{", "}");
                    // A format takes it for a quotation mark of its own, and swallows it.
                    assertThat(pattern).as(key).doesNotContain("'");
                }));
    }

    @Test
    void both_languages_speak_of_the_same_things() {
        english.forEach(
                (key, text) -> assertThat(placeholders(german.get(key))).as(key).isEqualTo(placeholders(text)));
    }

    @Test
    void what_is_the_same_in_both_languages_is_so_on_purpose() {
        Set<String> same = english.entrySet().stream()
                .filter(text -> hasWords(text.getValue()))
                .filter(text -> text.getValue().equals(german.get(text.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(same).isEqualTo(new TreeSet<>(sameInGerman()));
    }

    /** A translation much longer than what it stands for is cut off where there is room for the other. */
    @Test
    void german_is_not_much_longer_than_english() {
        english.forEach((key, text) -> assertThat(german.get(key).length())
                .as("%s: %s", key, german.get(key))
                .isLessThanOrEqualTo(14 + text.length() * 17 / 10));
    }

    @Test
    void who_speaks_german_is_spoken_to_in_german_and_who_speaks_neither_in_english() {
        Texts.speak(Locale.of("de", "AT"));
        assertThat(Texts.of("settings.title")).isEqualTo("Einstellungen");
        assertThat(Texts.of("watchlist.removed", "AAPL")).isEqualTo("AAPL entfernt");

        Texts.speak(Locale.FRENCH);
        assertThat(Texts.of("settings.title")).isEqualTo("Settings");
    }

    @Test
    void english_is_spoken_on_a_german_machine_too() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            Texts.speak(Locale.ENGLISH);
            assertThat(Texts.of("settings.title")).isEqualTo("Settings");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static boolean hasWords(String text) {
        String without = UNIT.matcher(PLACEHOLDER.matcher(text).replaceAll("")).replaceAll("");
        return WORD.matcher(without).find();
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> sameInGerman() {
        return lines("same-in-german.txt").filter(line -> !line.startsWith("#")).toList();
    }

    private static Set<String> keysInUse() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(TextsTest::read)
                    .flatMap(source -> USE.matcher(source).results())
                    .map(MatchResult::group)
                    .flatMap(call -> {
                        Matcher keys = KEY.matcher(call);
                        return keys.results().map(key -> key.group(1));
                    })
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Map<String, String> file(String name) {
        Properties properties = new Properties();
        try (InputStream file = TextsTest.class.getResourceAsStream(name)) {
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.forEach((key, text) -> texts.put((String) key, (String) text));
        return texts;
    }

    private static Stream<String> lines(String name) {
        try (InputStream file = TextsTest.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
