package dev.liveticker.server.cli.manual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.server.cli.Commands;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Manual pages and completions, held to the options there are. */
class ManualTest {

    private static final CommandSpec SERVER = Commands.server();

    @TempDir
    Path folder;

    private static Stream<CommandSpec> commands() {
        return Stream.concat(
                Stream.of(SERVER),
                SERVER.subcommands().values().stream()
                        .map(CommandLine::getCommandSpec)
                        .filter(each -> !each.usageMessage().hidden()));
    }

    private static List<String> shown(CommandSpec command) {
        return command.options().stream()
                .filter(option -> !option.hidden())
                .map(OptionSpec::longestName)
                .toList();
    }

    @Test
    void a_page_has_every_option_that_help_shows() {
        commands().forEach(command -> {
            String page = ManPage.write(command, "2026-11-25", "Live Ticker 1.2.3");
            assertThat(page)
                    .startsWith(".TH \""
                            + ManPage.file(command)
                                    .toUpperCase(java.util.Locale.ROOT)
                                    .replace("-", "\\-")
                                    .replace(".1", "")
                            + "\" \"1\" \"2026\\-11\\-25\" \"Live Ticker 1.2.3\"")
                    .contains(".SH \"NAME\"", ".SH \"SYNOPSIS\"", ".SH \"OPTIONS\"", ".SH \"EXIT STATUS\"")
                    .doesNotContain("source\\-url", "${");
            shown(command).forEach(name -> assertThat(page).contains("\\fB" + name.replace("-", "\\-") + "\\fR"));
        });
    }

    @Test
    void a_page_names_the_commands_and_not_the_one_that_writes_it() {
        assertThat(ManPage.write(SERVER, "", ""))
                .contains("\\fBcheck\\-config\\fR", "\\fBticker\\-server\\-watch\\fR(1)", "\\fB\\-\\-no\\-faults\\fR")
                .doesNotContain("\\fBmanual\\fR");
    }

    @Test
    void text_is_no_request() {
        Roff roff = new Roff();
        roff.text(".so /etc/passwd");
        roff.text("'br");
        roff.text("a\\fBb -c … ^");
        roff.request("SH", "say \"no\"");

        assertThat(roff.toString())
                .isEqualTo("\\&.so /etc/passwd\n\\(aqbr\na\\efBb \\-c \\[u2026] \\(ha\n.SH \"say \\(dqno\\(dq\"\n");
    }

    @Test
    void zsh_is_told_every_option_that_help_shows() {
        String script = ZshCompletion.write(SERVER);

        assertThat(script).startsWith("#compdef ticker-server\n").doesNotContain("source-url", "manual)");
        commands()
                .flatMap(command -> shown(command).stream())
                .forEach(name -> assertThat(script).containsPattern("'\\*?" + name + "=?\\["));
        assertThat(script)
                .contains(":VENUE:(coinbase kraken alpaca finnhub)'", ":DIR:_files -/'", "SHA256\\:", "'--no-faults[");
    }

    @Test
    void the_command_writes_them_all_and_the_same_each_time() throws IOException {
        StringWriter err = new StringWriter();
        for (String name : List.of("one", "two")) {
            int code = Commands.line()
                    .setErr(new PrintWriter(err, true))
                    .execute("manual", "--out", folder.resolve(name).toString(), "--set", "data=/var/lib/x");
            assertThat(err.toString()).isEmpty();
            assertThat(code).isZero();
        }

        List<Path> files;
        try (Stream<Path> all = Files.walk(folder.resolve("one"))) {
            files = all.filter(Files::isRegularFile).toList();
        }
        assertThat(files).hasSize(3 + (int) commands().count());
        for (Path file : files) {
            assertThat(folder.resolve("two").resolve(folder.resolve("one").relativize(file)))
                    .hasSameBinaryContentAs(file);
        }
        assertThat(folder.resolve("one/conf/server.toml")).content().contains("\ndata = \"/var/lib/x\"\n");
        assertThat(folder.resolve("one/bash/ticker-server"))
                .content()
                .contains("--max-connections", "check-config", "coinbase")
                .doesNotContain("source-url", "ticker-server_manual");
    }
}
