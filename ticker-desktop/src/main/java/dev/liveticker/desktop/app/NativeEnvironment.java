package dev.liveticker.desktop.app;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The environment of the process as C sees it, which is what the window system goes by. JavaFX adds two variables to it
 * while the window system starts, and for the second the C library moves the array that holds them all. Whatever reads
 * a variable at that moment reads freed memory (setenv and getenv are not safe in several threads: attributes(7),
 * "env"), and the library that looks for a function reads one, {@code LANGUAGE}, whenever it is not in the first place
 * it looks. So the built-in server, which starts meanwhile, ended a start in some hundreds with SIGSEGV in
 * {@code getenv}.
 *
 * <p>Variables that are there already are replaced in their places.
 *
 * <p>Others keep GTK, which JavaFX has its windows from, from looking for what nobody here has a use for. The programs
 * that are started from here get none of them.
 *
 * <p>The start script of an installed desktop has set them all (see {@code StartScript} of the packaging): a function
 * of C takes longer to be found from here than the rest of what is done before the window system starts.
 */
final class NativeEnvironment {

    /** What JavaFX sets, with the values it gives. */
    static final Map<String, String> SET_BY_JAVAFX = Map.of("GDK_BACKEND", "x11", "IBUS_ENABLE_SYNC_MODE", "1");

    /** GTK's own use of OpenGL, for which the first of its programs on a display loads a driver. JavaFX has its own. */
    private static final String OPENGL_OF_GTK = "GDK_GL";

    /**
     * What GTK does without where there is no bus: its way to screen readers, and settings shared with other programs
     * (those of its dialog for files). Without a bus both try to start one, and for that the second forks the process:
     * all memory has to be claimed anew, page by page, by who writes to it next.
     */
    private static final Map<String, String> WITHOUT_BUS = Map.of("NO_AT_BRIDGE", "1", "GSETTINGS_BACKEND", "memory");

    /** Set by the start script: the names of those that it added, between spaces. */
    static final String ADDED = "LIVE_TICKER_ADDED";

    private static final int REPLACING = 1;

    private NativeEnvironment() {}

    /**
     * Must be called before there are other threads than the first. Without effect on other systems than Linux. Without
     * a display nobody needs it, but what makes a start quick is learnt there.
     */
    static void settle() {
        if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux")
                && !isSettled(System.getenv())) {
            set();
        }
    }

    /** Whether nothing is missing. */
    static boolean isSettled(Map<String, String> environment) {
        return environment.keySet().containsAll(SET_BY_JAVAFX.keySet())
                && spared(environment).isEmpty();
    }

    /** Without what the start script added: what programs are to be started with. */
    static Map<String, String> withoutAdded(Map<String, String> environment) {
        Map<String, String> before = new HashMap<>(environment);
        String added = before.remove(ADDED);
        if (added != null) {
            before.keySet().removeAll(Set.of(added.strip().split(" +")));
        }
        return before;
    }

    /**
     * As {@link #settle}, on Linux. Restricted, since a wrong signature would end the process; this is the library's.
     */
    @SuppressWarnings("restricted")
    static void set() {
        // Java copies the environment when it is first asked for, and gives that to programs: it is to be as it was.
        Map<String, String> before = System.getenv();
        Linker linker = Linker.nativeLinker();
        MethodHandle setenv = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("setenv"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        SET_BY_JAVAFX.forEach((name, value) -> set(setenv, name, value));
        spared(before).forEach((name, value) -> set(setenv, name, value));
    }

    /**
     * What spares GTK work. A choice of the user's is none of ours.
     *
     * @param before the environment as it was
     */
    static Map<String, String> spared(Map<String, String> before) {
        Map<String, String> spared = new HashMap<>();
        spared.put(OPENGL_OF_GTK, "disable");
        if (!hasBus(before)) {
            spared.putAll(WITHOUT_BUS);
        }
        spared.keySet().removeAll(before.keySet());
        return spared;
    }

    /**
     * The bus of the session is named here or has its socket in the user's directory. Screen readers have one of their
     * own, which is named here or known to that one.
     */
    private static boolean hasBus(Map<String, String> environment) {
        String own = environment.get("XDG_RUNTIME_DIR");
        return environment.containsKey("AT_SPI_BUS_ADDRESS")
                || environment.containsKey("DBUS_SESSION_BUS_ADDRESS")
                || (own != null && Files.exists(Path.of(own, "bus")));
    }

    private static void set(MethodHandle setenv, String name, String value) {
        try (Arena arena = Arena.ofConfined()) {
            int failed = (int) setenv.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), REPLACING);
            if (failed != 0) {
                throw new IllegalStateException("no memory for " + name);
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("setenv failed", e);
        }
    }
}
