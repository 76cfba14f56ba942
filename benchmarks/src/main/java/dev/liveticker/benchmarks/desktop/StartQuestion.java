package dev.liveticker.benchmarks.desktop;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long it takes from the start of the process until a price stands on the screen: the desktop with its own server
 * in the same process and settings and data of an earlier run.
 */
record StartQuestion(int rounds, EarlierRuns earlier) implements Question {

    /** What it says when its window is painted with what is in it, before the milliseconds since the JVM began. */
    private static final String FILLED = "filled after ";

    /** What it says of its first price, likewise. */
    private static final String LIVE = "live after ";

    /** How much of the processor's time it took says more than the clock where others use the machine too. */
    private static final Pattern SAID = Pattern.compile("(\\d+) ms, (\\d+) ms of processor time");

    private static final int END_SECONDS = 30;

    private static final String COMPLAINTS = "desktop-start";

    @Override
    public String title() {
        return "Start to first live price";
    }

    @Override
    public String meaning() {
        return "From the start of the process until the first price is painted, with the server in the same process and"
                + " the settings and data of an earlier run; once as run from the build, without help, and once as"
                + " installed: the very program that `./mvnw -Pdist package -DskipTests` makes. The display is there"
                + " before. Processor time is that of all threads, on all cores. The window comes first, with nothing"
                + " in it; it is looked for in the memory of the screen. Then the list is in it, and then the rest, once"
                + " prices are on the screen. Hoped for: a window within 1,200 ms, a price"
                + " within 1,500 ms.";
    }

    @Override
    public List<Figure> figures() {
        return List.of(
                new Figure("millis", "as run from the build, ms"),
                new Figure("cpu", "of processor time, ms"),
                new Figure("installedWindow", "as installed, until the window is on the screen, ms"),
                new Figure("installedFilled", "until the list is in it, ms"),
                new Figure("installedMillis", "until the first price, ms"),
                new Figure("installedCpu", "of processor time, ms"));
    }

    @Override
    public Map<String, Double> ask(Display display) throws IOException {
        // Not as arguments: most starts have none, and reading them takes a while.
        List<String> flags = List.of("-Dliveticker.exit-when-live=0", "-Dliveticker.config=" + earlier.config(display));
        Map<String, Double> measured = new LinkedHashMap<>();
        Start plain = start(
                display,
                open -> DesktopProcess.start(
                        open, flags, EarlierRuns.classPath(), EarlierRuns.MAIN, List.of(), COMPLAINTS));
        measured.put("millis", plain.millis());
        measured.put("cpu", plain.cpuMillis());
        Optional<InstalledImage> image = InstalledImage.made();
        if (image.isEmpty()) {
            return measured;
        }
        Start installed = start(display, open -> DesktopProcess.start(open, image.get(), flags, List.of(), COMPLAINTS));
        installed.windowMillis().ifPresent(window -> measured.put("installedWindow", window));
        measured.put("installedFilled", installed.filledMillis());
        measured.put("installedMillis", installed.millis());
        measured.put("installedCpu", installed.cpuMillis());
        return measured;
    }

    /**
     * Since the process was started, by whoever started it.
     *
     * @param windowMillis until the window was on the screen; empty where there is none
     * @param filledMillis until it was painted with the list in it
     * @param millis until a price was
     */
    private record Start(Optional<Double> windowMillis, double filledMillis, double millis, double cpuMillis) {}

    private Start start(Display display, Launch launch) throws IOException {
        try (OpenDisplay open = OpenDisplay.of(display)) {
            Optional<ScreenPoint> point = open.nearMiddle();
            int before = point.map(ScreenPoint::colour).orElse(0);
            long startedAt = System.nanoTime();
            try (DesktopProcess process = launch.on(open)) {
                Optional<Double> window = point.filter(each -> each.awaitOther(before, process::isAlive))
                        .map(each -> (System.nanoTime() - startedAt) / 1e6);
                boolean filled = process.after(FILLED).isPresent();
                double filledMillis = filled ? (System.nanoTime() - startedAt) / 1e6 : Double.NaN;
                String said = process.after(LIVE).orElse("");
                double millis = (System.nanoTime() - startedAt) / 1e6;
                Matcher figures = SAID.matcher(said);
                if (!figures.matches()) {
                    throw new IOException("the desktop ended without a price: " + lastWords(process, display));
                }
                // In its own time, so that the next one finds its data whole.
                process.end(END_SECONDS);
                return new Start(window, filledMillis, millis, Double.parseDouble(figures.group(2)));
            }
        }
    }

    private String lastWords(DesktopProcess process, Display display) throws IOException {
        Optional<String> complaint = process.lastComplaint();
        return complaint.isPresent()
                ? complaint.get()
                : earlier.lastLogged(display).orElse("it said nothing");
    }
}
