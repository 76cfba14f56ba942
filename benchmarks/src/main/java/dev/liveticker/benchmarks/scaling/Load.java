package dev.liveticker.benchmarks.scaling;

import dev.liveticker.benchmarks.Workbench;
import dev.liveticker.benchmarks.load.LoadClient;
import dev.liveticker.benchmarks.load.LoadResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Clients of one node.
 *
 * @param connections how many
 * @param wants further arguments of the load client: what they want
 */
record Load(int connections, List<String> wants) {

    /** All the same symbols, as fast as they come. */
    static Load same(int connections, int symbols) {
        return new Load(connections, List.of("--same", Integer.toString(symbols)));
    }

    Load half() {
        return new Load(connections / 2, wants);
    }

    /** A load client at work; its result is there when it has ended. */
    record Running(Process process) implements AutoCloseable {

        LoadResult result() throws IOException {
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                @Nullable String line = lines.readLine();
                if (line == null) {
                    throw new IOException("the load client measured nothing; see " + Workbench.complaints("load"));
                }
                return JsonMapper.shared().readValue(line, LoadResult.class);
            }
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    Running begin(URI server, long pid, Effort effort) throws IOException {
        List<String> command = new ArrayList<>(Workbench.java(LoadClient.class.getName()));
        command.addAll(List.of("--url", server.toString()));
        command.addAll(List.of("--connections", Integer.toString(connections)));
        command.addAll(List.of("--warmup", Long.toString(effort.warmUp().toSeconds())));
        command.addAll(List.of("--seconds", Long.toString(effort.window().toSeconds())));
        command.addAll(List.of("--server-pid", Long.toString(pid)));
        command.addAll(wants);
        return new Running(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        Workbench.complaints("load").toFile()))
                .start());
    }
}
