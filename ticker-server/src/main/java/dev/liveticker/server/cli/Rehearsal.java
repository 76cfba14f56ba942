package dev.liveticker.server.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Does all that starting does before it takes a port, or anything else that another might have or miss. */
final class Rehearsal {

    private Rehearsal() {}

    /** Something that is done before a start. */
    @FunctionalInterface
    interface Step {

        /**
         * What comes of it, which is of no interest here.
         *
         * @throws IOException if a file cannot be used; the message says which and why
         * @throws IllegalArgumentException if options make no sense; the message says which and why
         */
        @Nullable
        Object take() throws IOException;
    }

    /**
     * What keeps a server from starting, a sentence each; empty if nothing does.
     *
     * @param line of {@link Main#line}
     */
    static List<String> problems(CommandLine line, List<String> arguments) {
        Set<String> problems = new LinkedHashSet<>();
        if (!parse(line, new ArrayList<>(arguments), problems)) {
            return List.copyOf(problems);
        }
        Main main = line.getCommand();
        main.steps().forEach(step -> problem(step).ifPresent(problems::add));
        if (problems.isEmpty()) {
            // Says what is unwise, too, and misses nothing that the steps might have.
            problem(main::options).ifPresent(problems::add);
        }
        return List.copyOf(problems);
    }

    /** Whether what is left without the options that have a value they cannot have is something to go on with. */
    private static boolean parse(CommandLine line, List<String> arguments, Set<String> problems) {
        while (true) {
            try {
                line.parseArgs(arguments.toArray(String[]::new));
                return true;
            } catch (ParameterException e) {
                problems.add(Main.oneLine(e));
                if (!(e.getArgSpec() instanceof OptionSpec option && arguments.removeIf(said -> isOf(option, said)))) {
                    return false;
                }
            }
        }
    }

    private static boolean isOf(OptionSpec option, String argument) {
        return Stream.of(option.names()).anyMatch(name -> argument.equals(name) || argument.startsWith(name + "="));
    }

    private static Optional<String> problem(Step step) {
        try {
            step.take();
            return Optional.empty();
        } catch (IOException | IllegalArgumentException | ParameterException e) {
            return Optional.of(Main.oneLine(e));
        }
    }
}
