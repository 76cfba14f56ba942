package dev.liveticker.fuzz;

/** What Jazzer calls: it looks for methods of these names. Which target is meant, a system property says. */
public final class Entry {

    /** The name of a target. */
    static final String TARGET = "fuzz.target";

    private static final Target CHOSEN = Targets.named(System.getProperty(TARGET, ""));

    private Entry() {}

    /** Loads what reading takes, so that no input is thought slow because it came first. */
    public static void fuzzerInitialize() throws Exception {
        for (byte[] seed : CHOSEN.seeds()) {
            CHOSEN.take(seed);
        }
    }

    /** One input. */
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        CHOSEN.take(input);
    }
}
