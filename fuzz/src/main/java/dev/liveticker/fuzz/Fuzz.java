package dev.liveticker.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Fuzzes targets, one after the other: {@code Fuzz TARGETS MINUTES}. What makes a target fail is put among the findings
 * that the tests try ever after, so it is a failing test at once; the inputs that reached something new stay in the
 * build folder for the next time.
 */
public final class Fuzz {

    private static final String JAZZER = "com.code_intelligence.jazzer.Jazzer";

    /** Where Jazzer looks for what an input reaches: our own code, and what reads bytes for us. */
    private static final String INSTRUMENTED =
            "dev.liveticker.**:tools.jackson.core.**:tools.jackson.dataformat.**:org.msgpack.core.**";

    private static final Path FINDINGS = Path.of("src/test/resources/fuzz");
    private static final Path CORPORA = Path.of("target/corpus");

    /** No input is longer: what is wrong shows in a short one. */
    private static final int LONGEST = 4_096;

    /** An input that takes longer is a finding; on a machine that has much else to do the others do not. */
    private static final int SLOWEST_SECONDS = 60;

    private Fuzz() {}

    /**
     * Fuzzes from within the folder of this module.
     *
     * @param args names of targets parted by commas, or {@code all}; and for how many minutes each, 1 to 9999: of none
     *     libFuzzer would make no limit
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length != 2 || !args[1].matches("[1-9][0-9]{0,3}")) {
            System.err.println(
                    "TARGETS and MINUTES (1 to 9999) expected; targets are " + String.join(", ", Targets.names()));
            System.exit(2);
        }
        List<String> failed = new ArrayList<>();
        for (String name : args[0].equals("all") ? Targets.names() : List.of(args[0].split(","))) {
            if (fuzz(name, Long.parseLong(args[1])) != 0) {
                failed.add(name);
            }
        }
        System.out.println(failed.isEmpty() ? "Nothing was found." : "Found something: " + String.join(", ", failed));
        System.exit(failed.isEmpty() ? 0 : 1);
    }

    private static int fuzz(String name, long minutes) throws IOException, InterruptedException {
        Path corpus = Files.createDirectories(CORPORA.resolve(name));
        Path findings = Files.createDirectories(FINDINGS.resolve(name));
        List<byte[]> seeds = Targets.named(name).seeds();
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(corpus.resolve("seed-" + i), seeds.get(i));
        }
        Process jazzer = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx1g",
                        "-XX:+UseSerialGC",
                        "-XX:+EnableDynamicAgentLoading",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dlogback.configurationFile=fuzz-logback.xml",
                        "-D" + Entry.TARGET + "=" + name,
                        "-cp",
                        System.getProperty("java.class.path"),
                        JAZZER,
                        "--target_class=" + Entry.class.getName(),
                        "--instrumentation_includes=" + INSTRUMENTED,
                        "--custom_hook_includes=" + INSTRUMENTED,
                        "--reproducer_path=" + CORPORA,
                        "-artifact_prefix=" + findings + "/",
                        "-max_total_time=" + TimeUnit.MINUTES.toSeconds(minutes),
                        "-max_len=" + LONGEST,
                        "-timeout=" + SLOWEST_SECONDS,
                        "-print_final_stats=1",
                        corpus.toString(),
                        findings.toString())
                .inheritIO()
                .start();
        Thread stop = new Thread(jazzer::destroy, "stop-jazzer");
        Runtime.getRuntime().addShutdownHook(stop);
        int code = jazzer.waitFor();
        Runtime.getRuntime().removeShutdownHook(stop);
        return code;
    }
}
