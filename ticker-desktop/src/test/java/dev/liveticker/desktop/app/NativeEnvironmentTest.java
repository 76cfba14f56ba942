package dev.liveticker.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

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
