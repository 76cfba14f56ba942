package dev.liveticker.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PainterTest {

    private static final String ORDER = "prism.order";
    private static final String UNCACHED = "prism.disableRegionCaching";

    @TempDir
    private Path devices;

    @Test
    void without_a_graphics_processor_javafx_paints_by_itself() throws IOException {
        Files.createFile(devices.resolve("null"));
        Properties properties = on("Linux");

        Painter.choose(properties, devices);

        assertThat(properties).containsEntry(ORDER, "sw");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dri", "nvidiactl", "dxg"})
    void a_graphics_processor_is_used_and_stretches_pictures(String device) throws IOException {
        Files.createDirectory(devices.resolve(device));
        Properties properties = on("Linux");

        Painter.choose(properties, devices);

        assertThat(properties).doesNotContainKeys(ORDER, UNCACHED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Windows 11", "Mac OS X"})
    void other_systems_have_no_such_files_and_are_left_alone(String system) {
        Properties properties = on(system);

        Painter.choose(properties, devices);

        assertThat(properties).doesNotContainKey(ORDER);
    }

    @ParameterizedTest
    @CsvSource({ORDER + ", es2", UNCACHED + ", false"})
    void what_was_chosen_on_the_command_line_stays(String property, String choice) {
        Properties properties = on("Linux");
        properties.setProperty(property, choice);

        Painter.choose(properties, devices);

        assertThat(properties).containsEntry(property, choice);
    }

    @Test
    void javafx_painting_by_itself_stretches_no_pictures() {
        Properties chosen = on("Linux");
        Properties told = on("Windows 11");
        told.setProperty(ORDER, "sw");

        Painter.choose(chosen, devices);
        Painter.choose(told, devices);

        assertThat(chosen).containsEntry(UNCACHED, "true");
        assertThat(told).as("by the command line").containsEntry(UNCACHED, "true");
    }

    private static Properties on(String system) {
        Properties properties = new Properties();
        properties.setProperty("os.name", system);
        return properties;
    }
}
