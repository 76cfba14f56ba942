package dev.liveticker.server.cli.manual;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completion for zsh, with what each option is for (zshcompsys(1), {@code _arguments}). */
public final class ZshCompletion {

    private ZshCompletion() {}

    /** The file that zsh looks for on its {@code fpath} as {@code _} and the command's name. */
    public static String write(CommandSpec command) {
        String name = command.name();
        StringBuilder out = new StringBuilder("#compdef " + name + "\n\n");
        out.append("_").append(name).append("() {\n");
        out.append("  local context state state_descr line\n  typeset -A opt_args\n");
        List<String> specs = specs(command);
        List<String> commands = new ArrayList<>();
        Wording.commands(command)
                .forEach((each, spec) -> commands.add(escaped(each) + "\\:\""
                        + brief(spec.usageMessage().description()).replace("\"", "") + "\""));
        specs.add(quoted("1:COMMAND:((" + String.join(" ", commands) + "))"));
        specs.add(quoted("*::argument:->arguments"));
        arguments(out, "  ", "-C ", specs);
        out.append("  [[ $state == arguments ]] || return\n  case $line[1] in\n");
        Wording.commands(command).forEach((each, spec) -> {
            out.append("    ").append(each).append(")\n");
            arguments(out, "      ", "", specs(spec));
            out.append("      ;;\n");
        });
        out.append("  esac\n}\n\n");
        out.append("if [[ $funcstack[1] == _").append(name).append(" ]]; then\n");
        out.append("  _").append(name).append(" \"$@\"\nelse\n");
        out.append("  compdef _").append(name).append(' ').append(name).append("\nfi\n");
        return out.toString();
    }

    private static void arguments(StringBuilder out, String indent, String flags, List<String> specs) {
        out.append(indent).append("_arguments ").append(flags).append("\\\n");
        out.append(indent)
                .append("  ")
                .append(String.join(" \\\n" + indent + "  ", specs))
                .append('\n');
    }

    private static List<String> specs(CommandSpec command) {
        List<String> specs = new ArrayList<>();
        for (OptionSpec option : Wording.options(command)) {
            List<String> names = new ArrayList<>(List.of(option.names()));
            if (option.negatable()) {
                names.add(command.negatableOptionTransformer().makeNegative(option.longestName(), command));
            }
            for (String name : names) {
                specs.add(quoted((option.isMultiValue() ? "*" : "") + name
                        + (option.arity().max() > 0 ? "=" : "") + "[" + brief(option.description()) + "]"
                        + (option.arity().max() > 0 ? value(option) : "")));
            }
        }
        for (PositionalParamSpec each : command.positionalParameters()) {
            specs.add(quoted((each.arity().max() > 1 ? "*" : "1") + value(each)));
        }
        return specs;
    }

    private static String value(ArgSpec argument) {
        String label = escaped(argument.paramLabel());
        if (argument.completionCandidates() != null) {
            return ":" + label + ":(" + String.join(" ", argument.completionCandidates()) + ")";
        }
        boolean path = argument.typeInfo().getType() == Path.class
                || (argument.auxiliaryTypes().length > 0 && argument.auxiliaryTypes()[0] == Path.class);
        if (path) {
            return ":" + label + (argument.paramLabel().equals("DIR") ? ":_files -/" : ":_files");
        }
        return ":" + label + ": ";
    }

    private static String brief(String... description) {
        return escaped(Wording.firstSentence(Wording.of(description)));
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\\\\\[\\]:])", "\\\\$1");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
