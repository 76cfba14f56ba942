package dev.liveticker.benchmarks.desktop;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A question that a probe answers: a main class that opens the desktop, measures, prints one line of JSON with a number
 * for each figure, and ends.
 *
 * @param probe the main class
 * @param arguments of the probe
 * @param flags for its JVM
 * @param server starts a server for the desktop, in another process; absent if it brings its prices itself
 */
record ProbeQuestion(
        String title,
        String meaning,
        List<Figure> figures,
        int rounds,
        String probe,
        List<String> arguments,
        List<String> flags,
        @Nullable ServerStart server)
        implements Question {

    /** One whose JVM is as every other. */
    ProbeQuestion(
            String title,
            String meaning,
            List<Figure> figures,
            int rounds,
            String probe,
            List<String> arguments,
            @Nullable ServerStart server) {
        this(title, meaning, figures, rounds, probe, arguments, List.of(), server);
    }

    /** How a server is started. */
    interface ServerStart {

        RunningServer start() throws IOException;
    }

    @Override
    public Map<String, Double> ask(Display display) throws IOException {
        if (server == null) {
            return run(display, arguments);
        }
        try (RunningServer running = server.start()) {
            List<String> all = new ArrayList<>(arguments);
            all.addAll(List.of("--server", running.address()));
            return run(display, all);
        }
    }

    private Map<String, Double> run(Display display, List<String> all) throws IOException {
        try (DesktopProcess process = DesktopProcess.start(
                display, flags, System.getProperty("java.class.path"), probe, all, "desktop-" + simpleName())) {
            String rest = process.after("{")
                    .orElseThrow(() -> new IOException(probe + " measured nothing; see its complaints in target"));
            JsonNode answer = JsonMapper.shared().readTree("{" + rest);
            Map<String, Double> measured = new LinkedHashMap<>();
            for (Figure figure : figures) {
                measured.put(figure.key(), answer.path(figure.key()).asDouble(Double.NaN));
            }
            return measured;
        }
    }

    private String simpleName() {
        return probe.substring(probe.lastIndexOf('.') + 1);
    }
}
