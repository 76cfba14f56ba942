package dev.liveticker.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Pattern USE = Pattern.compile("Texts\\s*\\.of\\(([^;]*?)\\)\\s*[;,.)]", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:\\.[a-zA-Z]+)+)\"");

    private final ResourceBundle bundle = ResourceBundle.getBundle(Texts.BUNDLE);

    @Test
    void every_key_the_code_asks_for_is_there_and_every_key_there_is_asked_for() throws IOException {
        assertThat(new TreeSet<>(bundle.keySet())).isEqualTo(keysInUse());
    }

    @Test
    void every_text_is_a_format_that_can_be_filled_in() {
        for (String key : bundle.keySet()) {
            String text = new MessageFormat(bundle.getString(key)).format(new Object[] {"one", "two", "three", "four"});
            assertThat(text).as(key).isNotBlank().doesNotContain("{", "}");
        }
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

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
