package dev.liveticker.server.cli.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.liveticker.server.cli.Commands;
import dev.liveticker.server.cli.config.ConfigFile;
import dev.liveticker.server.cli.config.Settable;
import dev.liveticker.server.cli.config.ValueKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The file that is shipped, held to the options there are. */
class SettingsTemplateTest {

    private static final CommandSpec SERVER = Commands.server();
    private static Path scratch;

    @TempDir
    Path folder;

    @BeforeContainer
    static void make() throws Exception {
        scratch = Files.createTempFile("settings", ".toml");
    }

    @AfterContainer
    static void remove() throws Exception {
        Files.delete(scratch);
    }

    private static List<String> settings(String text) {
        return text.lines().filter(line -> line.matches("#?[a-z-]+ = .*")).toList();
    }

    @Test
    void every_option_is_in_it_and_no_other() {
        List<String> keys = settings(SettingsTemplate.write(SERVER, Map.of())).stream()
                .map(line -> line.substring(1, line.indexOf(' ')))
                .toList();

        assertThat(keys)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        Settable.options(SERVER).stream().map(Settable::key).toList())
                .contains("port", "data", "auth-secret-file", "cluster", "log-file")
                .doesNotContain("config", "help", "version", "source-url");
    }

    @Test
    void each_is_described() {
        String text = SettingsTemplate.write(SERVER, Map.of());
        List<String> lines = text.lines().toList();

        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).matches("#[a-z-]+ = .*")) {
                assertThat(lines.get(i - 1)).as(lines.get(i)).startsWith("# ");
            }
            assertThat(lines.get(i)).doesNotContain("${").hasSizeLessThanOrEqualTo(120);
        }
        assertThat(text)
                .contains("## Market", "## TLS", "#port = 8080", "#source = \"coinbase\"")
                .endsWith("\n");
    }

    @Test
    void as_it_is_it_sets_nothing() throws Exception {
        Path file = Files.writeString(folder.resolve("server.toml"), SettingsTemplate.write(SERVER, Map.of()));

        assertThat(ConfigFile.read(file, SERVER).size()).isZero();
    }

    @Test
    void each_example_is_taken_when_its_sign_is_removed() throws Exception {
        Path file = folder.resolve("server.toml");
        for (String line : settings(SettingsTemplate.write(SERVER, Map.of()))) {
            Files.writeString(file, line.substring(1));
            List<String> arguments = ConfigFile.read(file, SERVER).arguments(option -> false);
            assertThat(arguments).as(line).isNotEmpty();
            assertThat(Commands.line()
                            .parseArgs(arguments.toArray(String[]::new))
                            .matchedOptionsSet())
                    .as(line)
                    .hasSize(1);
        }
    }

    @Test
    void what_is_chosen_is_in_force() throws Exception {
        Path file = Files.writeString(
                folder.resolve("server.toml"), SettingsTemplate.write(SERVER, Map.of("data", Toml.text("/var/lib/x"))));

        assertThat(ConfigFile.read(file, SERVER).arguments(option -> false)).containsExactly("--data=/var/lib/x");
        assertThatThrownBy(() -> SettingsTemplate.write(SERVER, Map.of("prot", "1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'prot'");
    }

    @Property(tries = 100)
    void what_is_written_into_it_is_read_from_it(
            @ForAll long seed, @ForAll @StringLength(min = 1, max = 30) String word) throws Exception {
        Random random = new Random(seed);
        String text = word.replaceAll("\\p{Cc}|\\p{Cs}", "?") + "x";
        Map<String, String> chosen = new HashMap<>();
        List<String> expected = new ArrayList<>();
        for (OptionSpec option : Settable.options(SERVER)) {
            if (random.nextBoolean()) {
                chosen.put(Settable.key(option), value(option, text, random, expected));
            }
        }

        Files.writeString(scratch, SettingsTemplate.write(SERVER, chosen));

        assertThat(ConfigFile.read(scratch, SERVER).arguments(option -> false))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    /** As TOML; what it is as arguments is added to the others. */
    private static String value(OptionSpec option, String text, Random random, List<String> arguments) {
        String name = option.longestName();
        return switch (ValueKind.of(option)) {
            case FLAG -> {
                boolean on = random.nextBoolean();
                if (on || option.negatable()) {
                    arguments.add(on ? name : name.replace("--", "--no-"));
                }
                yield String.valueOf(on);
            }
            case WHOLE -> {
                long number = random.nextLong();
                arguments.add(name + "=" + number);
                yield String.valueOf(number);
            }
            case TEXT, SCALAR -> {
                arguments.add(name + "=" + text);
                yield Toml.text(text);
            }
            case LIST -> {
                arguments.add(name + "=" + text);
                arguments.add(name + "=two");
                yield Toml.list(List.of(text, "two"));
            }
            case TABLE -> {
                arguments.add(name + "=a key=" + text);
                yield Toml.table(List.of("a key=" + text));
            }
        };
    }
}
