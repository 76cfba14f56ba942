package dev.liveticker.desktop.app;

import dev.liveticker.desktop.connection.ConnectionViewModel;
import dev.liveticker.desktop.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.NullMarked;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures what the desktop costs while it is shown, minimised and hidden. */
@NullMarked
@Command(name = "idle-probe")
public final class IdleProbe implements Callable<Integer> {

    @Option(names = "--server", required = true)
    private URI server = URI.create("http://127.0.0.1:8080");

    @Option(names = "--warm-up", defaultValue = "10", description = "seconds")
    private int warmUp;

    @Option(names = "--seconds", defaultValue = "10")
    private int seconds;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new IdleProbe()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        ProbedDesktop desktop = ProbedDesktop.open(Settings.defaults().withServer(server), new LiveBackend(null));
        desktop.until(() -> desktop.workbench().connection().light().get() == ConnectionViewModel.Light.LIVE);
        double shown = measure(() -> {});
        double minimised = measure(() -> desktop.stage().setIconified(true));
        double hidden = measure(() -> {
            desktop.stage().setIconified(false);
            desktop.stage().hide();
        });
        ProbedDesktop.print(Map.of("shown", shown, "minimised", minimised, "hidden", hidden));
        return 0;
    }

    private double measure(Runnable before) {
        ProbedDesktop.run(before);
        ProbedDesktop.pass(Duration.ofSeconds(warmUp));
        ProcessFigures used = new ProcessFigures();
        ProbedDesktop.pass(Duration.ofSeconds(seconds));
        return used.cpuPercent();
    }
}
