package dev.liveticker.server.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Files of settings, those that people write and those that they should not. */
class ConfigFileTest {

    @Command(name = "example", mixinStandardHelpOptions = true)
    static final class Example {

        @Option(names = "--config")
        Path config;

        @Option(names = "--port", paramLabel = "PORT")
        int port;

        @Option(names = "--seed")
        long seed;

        @Option(names = "--data")
        Path data;

        @Option(names = "--key-file")
        Path keyFile;

        @Option(names = "--speed")
        Double speed;

        @Option(names = "--sessions")
        boolean sessions;

        @Option(names = "--faults", negatable = true)
        Boolean faults;

        @Option(names = "--symbols", split = ",")
        List<String> symbols;

        @Option(names = "--keep-bars", split = ",", paramLabel = "INTERVAL=TIME")
        Map<String, String> bars;

        @Option(names = "--cluster")
        String cluster;

        @Option(names = "--inner", hidden = true)
        String inner;
    }

    @TempDir
    Path folder;

    private Path file;
    private final CommandSpec command = new CommandLine(new Example()).getCommandSpec();

    @BeforeEach
    void name() {
        file = folder.resolve("server.toml");
    }

    private ConfigFile read(String text) throws IOException, BadConfigException {
        Files.writeString(file, text);
        return ConfigFile.read(file, command);
    }

    private List<String> problems(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        return problems();
    }

    private List<String> problems(String text) throws IOException {
        return problems(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Without the folder, which is another one each time. */
    private List<String> problems() {
        BadConfigException bad = catchThrowableOfType(BadConfigException.class, () -> ConfigFile.read(file, command));
        assertThat(bad).as("refused").isNotNull();
        return bad.problems().stream()
                .map(problem -> problem.replace(folder + "/", ""))
                .toList();
    }

    @Test
    void every_kind_of_value_becomes_what_the_command_line_would_say() throws Exception {
        ConfigFile config = read("""
                        # A comment.
                        port = 8_080
                        seed = -1
                        data = "/var/lib/a folder"   # of ours
                        speed = 0.5
                        sessions = true
                        faults = false
                        symbols = [
                          "AAPL",
                          "MSFT",
                        ]
                        keep-bars = { 1m = "7d", "1h" = '400d' }
                        """);

        assertThat(config.arguments(option -> false))
                .containsExactly(
                        "--port=8080",
                        "--seed=-1",
                        "--data=/var/lib/a folder",
                        "--speed=0.5",
                        "--sessions",
                        "--no-faults",
                        "--symbols=AAPL",
                        "--symbols=MSFT",
                        "--keep-bars=1m=7d",
                        "--keep-bars=1h=400d");
        assertThat(config.size()).isEqualTo(8);
    }

    @Test
    void what_the_command_line_says_is_left_out() throws Exception {
        ConfigFile config = read("port = 1\nsymbols = [\"AAPL\"]\nsessions = true\n");

        assertThat(config.arguments(option -> !option.longestName().equals("--port")))
                .containsExactly("--port=1");
    }

    @Test
    void what_is_off_and_could_not_be_on_says_nothing() throws Exception {
        assertThat(read("sessions = false\nsymbols = []\nkeep-bars = {}\n").arguments(option -> false))
                .isEmpty();
    }

    @Test
    void an_empty_file_sets_nothing() throws Exception {
        assertThat(read("").size()).isZero();
        assertThat(read("\uFEFF# With a byte order mark.\r\n\r\n").size()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "port = \"8080\" | server.toml, line 1: port must be a whole number, not text",
                "port = 80.5 | server.toml, line 1: port must be a whole number, not a number with a fraction",
                "port = true | server.toml, line 1: port must be a whole number, not true or false",
                "port = nan | server.toml, line 1: port must be a whole number, not a number with a fraction",
                "seed = [1] | server.toml, line 1: seed must be a whole number, not a list",
                "sessions = 1 | server.toml, line 1: sessions must be true or false, not a whole number",
                "sessions = \"yes\" | server.toml, line 1: sessions must be true or false, not text",
                "data = 5 | server.toml, line 1: data must be text in quotes, not a whole number",
                "data = { dir = \"x\" } | server.toml, line 1: data must be text in quotes, not a table",
                "data = \"\" | server.toml, line 1: data must not be empty",
                "data = \"a\\u0000b\" | server.toml, line 1: data holds a line end or another control character",
                "data = \"a\\nb\" | server.toml, line 1: data holds a line end or another control character",
                "symbols = \"AAPL\" | server.toml, line 1: symbols must be a list of texts",
                "symbols = [\"AAPL\", 1] | server.toml, line 1: symbols must be a list of texts",
                "symbols = [[\"AAPL\"]] | server.toml, line 1: symbols must be a list of texts",
                "keep-bars = [\"1m=7d\"] | server.toml, line 1: keep-bars must be a table of texts",
                "keep-bars = { 1m = 7 } | server.toml, line 1: keep-bars must be a table of texts",
                "speed = { } | server.toml, line 1: speed must be text in quotes or a number, not a table",
                "prot = 1 | server.toml, line 1: there is no setting 'prot'",
                "key_file = \"x\" | server.toml, line 1: there is no setting 'key_file'; key-file is meant, it seems",
                "\"--port\" = 1 | server.toml, line 1: there is no setting '--port'; port is meant, it seems",
                "--port=8080 | server.toml, line 1: there is no setting '--port'; port is meant, it seems",
                "\"\" = 1 | server.toml, line 1: there is no setting ''",
                "config = \"other.toml\" | server.toml, line 1: there is no setting 'config'",
                "inner = \"x\" | server.toml, line 1: there is no setting 'inner'",
                "help = true | server.toml, line 1: there is no setting 'help'",
                "server.port = 1 | server.toml, line 1: there is no setting 'server', and no part of the file has a name",
                "[server] | server.toml, line 1: there is no setting 'server', and no part of the file has a name",
                "[[server]] | server.toml, line 1: there is no setting 'server'",
            })
    void what_is_not_right_is_told_with_its_line(String text, String told) throws IOException {
        assertThat(problems(text)).singleElement().asString().startsWith(told).doesNotContain("Exception", "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "port",
                "port =",
                "port = 80 80",
                "port = 08",
                "port = 99999999999999999999999999999999x",
                "data = \"unfinished",
                "data = 'unfinished",
                "data = \"\"\"unfinished",
                "data = \"\\q\"",
                "data = \"\\ud800\"",
                "symbols = [\"AAPL\"",
                "keep-bars = { 1m = \"7d\"",
                "[port",
                "= 1",
                "port: 8080",
                "<xml/>",
                "{\"port\":8080}",
                "port = 1]",
                "seed = 2026-13-45",
            })
    void what_is_no_toml_is_told_in_one_line_with_its_place(String text) throws IOException {
        assertThat(problems("\n\n" + text))
                .singleElement()
                .asString()
                .matches("server\\.toml, line [34]: (not as TOML has it: .{5,200}|seed must be .*)")
                .doesNotContain("Exception");
    }

    @Test
    void every_problem_is_told_at_once() throws IOException {
        assertThat(problems("prot = 1\n\nport = true\ndata = 1\nseed = 2\n"))
                .containsExactly(
                        "server.toml, line 1: there is no setting 'prot'",
                        "server.toml, line 3: port must be a whole number, not true or false",
                        "server.toml, line 4: data must be text in quotes, not a whole number");
    }

    @Test
    void a_key_that_is_set_twice_is_told_with_both_lines() throws IOException {
        assertThat(problems("seed = 1\n# port = 0\nport = 1\n\n\"port\" = 2\nspeed = 1\n"))
                .containsExactly("server.toml, line 5: 'port' is set already in line 3");
        assertThat(problems("keep-bars = { 1m = \"7d\", 1m = \"8d\" }"))
                .containsExactly("server.toml: a key is set twice");
    }

    @Test
    void a_file_that_cannot_be_had_says_why() throws IOException {
        file = folder.resolve("none.toml");
        assertThat(problems()).containsExactly("none.toml: there is no such file");
        file = Files.createDirectory(folder.resolve("directory.toml"));
        assertThat(problems()).containsExactly("directory.toml is a directory");
    }

    @Test
    void a_huge_file_is_not_read_to_its_end() throws IOException {
        assertThat(problems("#".repeat(ConfigText.MAX_BYTES + 1)))
                .containsExactly("server.toml is larger than 256 KiB and no file of settings");
        assertThat(problems("#".repeat(ConfigText.MAX_BYTES - 10) + "\nprot = 1"))
                .containsExactly("server.toml, line 2: there is no setting 'prot'");
    }

    @Test
    void bytes_that_are_no_text_are_no_settings() throws IOException {
        assertThat(problems(new byte[] {'#', (byte) 0xC3, 0x28})).containsExactly("server.toml is no text in UTF-8");
        assertThat(problems(new byte[] {0x1F, (byte) 0x8B, 8, 0})).containsExactly("server.toml is no text in UTF-8");
        assertThat(problems("port = 1\0")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"[,]", "{a=,}"})
    void nesting_without_end_is_refused(String open, String close) throws IOException {
        assertThat(problems("symbols = " + open.repeat(60_000))).hasSize(1);
        assertThat(problems("symbols = " + open.repeat(20_000) + "1" + close.repeat(20_000)))
                .hasSize(1);
    }

    @Test
    void a_number_of_many_digits_costs_nothing_and_is_refused() throws IOException {
        assertThat(problems("port = " + "9".repeat(200_000))).hasSize(1);
        assertThat(problems("port = 1e999999999")).hasSize(1);
    }

    @Test
    void a_key_without_end_is_shown_in_part() throws IOException {
        assertThat(problems("k".repeat(100_000) + " = 1"))
                .singleElement()
                .asString()
                .hasSizeLessThan(150);
    }

    @Test
    void a_message_about_an_option_says_where_that_was_set() throws Exception {
        ConfigFile config = read("port = 70000\n\ndata = \"/no/such\"\n");
        String line1 = " (port is set in " + file + ", line 1)";
        String line3 = " (data is set in " + file + ", line 3)";

        assertThat(config.located("--port must be less")).isEqualTo("--port must be less" + line1);
        assertThat(config.located("--port-of-call must be less")).isEqualTo("--port-of-call must be less");
        assertThat(config.located("there is no file /no/such")).isEqualTo("there is no file /no/such" + line3);
        assertThat(config.located("it rains")).isEqualTo("it rains");
        assertThat(config.located("cannot open /no/such/alerts.db: full")).endsWith(line3);
        assertThat(config.located("there is no file /no/such.pem")).doesNotContain("line");
        assertThat(config.located("there is no file /and/no/such")).doesNotContain("line");
        assertThat(read("data = \"a\"\n").located("there is a fault at a")).contains("line 1");
        assertThat(read("data = \"a\"\n").located("that is no file at all")).doesNotContain("line");
    }

    @Test
    void a_secret_that_everybody_can_read_is_warned_of() throws Exception {
        Path secret = Files.writeString(folder.resolve("key"), "secret");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));
        String text = "key-file = '" + secret + "'\ndata = '" + secret + "'\n";

        assertThat(read(text).warnings())
                .containsExactly(file + ", line 1: every user of this machine can read what key-file names; chmod o-r"
                        + " takes that from them");

        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(read(text).warnings()).isEmpty();
        assertThat(read("key-file = '/no/such/file'").warnings()).isEmpty();
    }

    @Test
    void a_password_in_a_file_that_everybody_can_read_is_warned_of() throws Exception {
        String text = "cluster = \"rediss://ticker:pw@redis\"\n";
        read(text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(read(text).warnings())
                .singleElement()
                .asString()
                .contains("line 1: cluster holds a password")
                .doesNotContain("pw@");
        assertThat(read("cluster = \"rediss://ticker@redis\"\n").warnings()).isEmpty();

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(read(text).warnings()).isEmpty();
    }
}
