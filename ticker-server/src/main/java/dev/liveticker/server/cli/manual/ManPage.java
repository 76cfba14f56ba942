package dev.liveticker.server.cli.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The page of a command in section 1 of the manual. */
public final class ManPage {

    private ManPage() {}

    /** What its file is called, such as {@code ticker-server-watch.1}. */
    public static String file(CommandSpec command) {
        return name(command) + ".1";
    }

    private static String name(CommandSpec command) {
        return command.qualifiedName("-");
    }

    /**
     * The page, for {@code man}.
     *
     * @param date of the version, as it is shown
     * @param version such as {@code Live Ticker 1.2.0}
     */
    public static String write(CommandSpec command, String date, String version) {
        Roff out = new Roff();
        String description = Wording.of(command.usageMessage().description());
        out.request("TH", name(command).toUpperCase(Locale.ROOT), "1", date, version, "Live Ticker");
        out.request("SH", "NAME");
        String brief = Wording.firstSentence(description);
        out.line(Roff.escaped(name(command)) + " \\- "
                + Roff.escaped(brief.substring(0, 1).toLowerCase(Locale.ROOT) + brief.substring(1)));
        out.request("SH", "SYNOPSIS");
        synopsis(out, command);
        out.request("SH", "DESCRIPTION");
        out.text(description);
        if (!command.positionalParameters().isEmpty()) {
            out.request("SH", "ARGUMENTS");
            command.positionalParameters().forEach(each -> entry(out, Roff.italic(each.paramLabel()), each));
        }
        out.request("SH", "OPTIONS");
        Map<String, List<OptionSpec>> sections = Wording.sections(command, Wording.options(command));
        sections.forEach((section, options) -> {
            if (sections.size() > 1) {
                out.request("SS", section);
            }
            options.forEach(option -> entry(out, form(option), option));
        });
        commands(out, command);
        exits(out, command);
        others(out, command);
        return out.toString();
    }

    private static void synopsis(Roff out, CommandSpec command) {
        StringBuilder line =
                new StringBuilder(Roff.bold(command.qualifiedName(" ")) + " [" + Roff.italic("OPTION") + "...]");
        for (PositionalParamSpec each : command.positionalParameters()) {
            String label = Roff.italic(each.paramLabel()) + (each.arity().max() > 1 ? "..." : "");
            line.append(' ').append(each.arity().min() > 0 ? label : "[" + label + "]");
        }
        out.line(line.toString());
        if (!Wording.commands(command).isEmpty()) {
            out.request("br");
            out.line(Roff.bold(command.qualifiedName(" ")) + " " + Roff.italic("COMMAND") + " ...");
        }
    }

    private static String form(OptionSpec option) {
        List<String> names = new ArrayList<>(List.of(option.names()));
        if (option.negatable()) {
            names.add(
                    option.command().negatableOptionTransformer().makeNegative(option.longestName(), option.command()));
        }
        String joined = String.join(", ", names.stream().map(Roff::bold).toList());
        return option.arity().max() == 0 ? joined : joined + "=" + Roff.italic(option.paramLabel());
    }

    private static void entry(Roff out, String form, ArgSpec argument) {
        out.request("TP");
        out.line(form);
        out.text(Wording.of(argument.description()));
    }

    private static void commands(Roff out, CommandSpec command) {
        Map<String, CommandSpec> commands = Wording.commands(command);
        if (commands.isEmpty()) {
            return;
        }
        out.request("SH", "COMMANDS");
        commands.forEach((name, each) -> {
            out.request("TP");
            out.line(Roff.bold(name));
            out.text(Wording.firstSentence(Wording.of(each.usageMessage().description())) + "; see " + name(each)
                    + "(1).");
        });
    }

    private static void exits(Roff out, CommandSpec command) {
        Map<String, String> codes = command.usageMessage().exitCodeList();
        if (codes.isEmpty()) {
            return;
        }
        out.request("SH", "EXIT STATUS");
        codes.forEach((code, meaning) -> {
            out.request("TP");
            out.line(Roff.bold(code));
            out.text(meaning);
        });
    }

    private static void others(Roff out, CommandSpec command) {
        List<CommandSpec> others = new ArrayList<>(Wording.commands(command).values());
        if (command.parent() == null) {
            out.request("SH", "FILES");
            out.request("TP");
            out.line(Roff.italic("/etc/live-ticker/server.toml"));
            out.text("What the service live-ticker-server names with --config where it is installed from a package.");
        } else {
            others.add(command.parent());
        }
        out.request("SH", "SEE ALSO");
        out.line(String.join(
                ", ", others.stream().map(each -> Roff.bold(name(each)) + "(1)").toList()));
    }
}
