package dev.liveticker.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The variables that JavaFX would add while other threads read. */
@EnabledOnOs(OS.LINUX)
class NativeEnvironmentTest {

    @Test
    void what_javafx_sets_is_there_once_and_setting_it_again_moves_nothing() {
        NativeEnvironment.set();
        MemorySegment before = environment();

        NativeEnvironment.set();

        assertThat(environment().address())
                .as("where all variables are, which other threads may be reading")
                .isEqualTo(before.address());
        NativeEnvironment.SET_BY_JAVAFX.forEach((name, value) -> assertThat(variables())
                .filteredOn(variable -> variable.startsWith(name + '='))
                .containsExactly(name + '=' + value));
    }

    @Test
    void where_there_is_no_bus_gtk_does_not_start_one_for_screen_readers_or_settings(@TempDir Path own)
            throws IOException {
        Map<String, String> without = Map.of("XDG_RUNTIME_DIR", own.toString());

        for (Map<String, String> environment : List.of(Map.<String, String>of(), without)) {
            assertThat(NativeEnvironment.spared(environment))
                    .containsEntry("NO_AT_BRIDGE", "1")
                    .containsEntry("GSETTINGS_BACKEND", "memory");
        }

        Files.createFile(own.resolve("bus"));
        assertThat(NativeEnvironment.spared(without)).doesNotContainKeys("NO_AT_BRIDGE", "GSETTINGS_BACKEND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS"})
    void where_a_bus_is_named_gtk_keeps_its_way_to_screen_readers_and_settings(String variable) {
        assertThat(NativeEnvironment.spared(Map.of(variable, "unix:path=/run/user/1000/bus")))
                .doesNotContainKeys("NO_AT_BRIDGE", "GSETTINGS_BACKEND");
    }

    @Test
    void what_the_user_has_chosen_is_left_alone() {
        assertThat(NativeEnvironment.spared(
                        Map.of("GDK_GL", "always", "NO_AT_BRIDGE", "0", "GSETTINGS_BACKEND", "dconf")))
                .isEmpty();
        assertThat(NativeEnvironment.spared(Map.of())).containsEntry("GDK_GL", "disable");
    }

    @Test
    void nothing_is_left_to_do_once_the_start_script_has_set_them_all() {
        Map<String, String> environment = new HashMap<>(NativeEnvironment.SET_BY_JAVAFX);
        assertThat(NativeEnvironment.isSettled(environment)).isFalse();

        environment.putAll(NativeEnvironment.spared(Map.of()));
        assertThat(NativeEnvironment.isSettled(environment)).isTrue();

        environment.remove("GDK_BACKEND");
        assertThat(NativeEnvironment.isSettled(environment)).isFalse();
    }

    @Test
    void programs_are_started_without_what_the_script_added() {
        Map<String, String> environment = Map.of(
                "HOME", "/home/u", "GDK_BACKEND", "x11", "GDK_GL", "always", "LIVE_TICKER_ADDED", " GDK_BACKEND NONE");

        assertThat(NativeEnvironment.withoutAdded(environment))
                .containsExactlyInAnyOrderEntriesOf(Map.of("HOME", "/home/u", "GDK_GL", "always"));
        assertThat(NativeEnvironment.withoutAdded(Map.of("LIVE_TICKER_ADDED", "")))
                .isEmpty();
        assertThat(NativeEnvironment.withoutAdded(Map.of("HOME", "/home/u"))).containsOnlyKeys("HOME");
    }

    /** {@code char **environ} of environ(7). */
    @SuppressWarnings("restricted")
    private static MemorySegment environment() {
        MemorySegment variable = Linker.nativeLinker().defaultLookup().findOrThrow("environ");
        return variable.reinterpret(ValueLayout.ADDRESS.byteSize())
                .get(ValueLayout.ADDRESS, 0)
                .reinterpret(Long.MAX_VALUE);
    }

    @SuppressWarnings("restricted")
    private static List<String> variables() {
        List<String> all = new ArrayList<>();
        MemorySegment array = environment();
        for (long i = 0; ; i++) {
            MemorySegment entry = array.getAtIndex(ValueLayout.ADDRESS, i);
            if (entry.equals(MemorySegment.NULL)) {
                return all;
            }
            all.add(entry.reinterpret(Long.MAX_VALUE).getString(0));
        }
    }
}
