package dev.liveticker.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
    void a_graphics_processor_is_used(String device) throws IOException {
        Files.createDirectory(devices.resolve(device));
        Properties properties = on("Linux");

        Painter.choose(properties, devices);

        assertThat(properties).doesNotContainKey(ORDER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Windows 11", "Mac OS X"})
    void other_systems_have_no_such_files_and_are_left_alone(String system) {
        Properties properties = on(system);

        Painter.choose(properties, devices);

        assertThat(properties).doesNotContainKey(ORDER);
    }

    @Test
    void what_was_chosen_on_the_command_line_stays() {
        Properties properties = on("Linux");
        properties.setProperty(ORDER, "es2");

        Painter.choose(properties, devices);

        assertThat(properties).containsEntry(ORDER, "es2");
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

    @Test
    void a_graphics_processor_stretches_them() throws IOException {
        Files.createDirectory(devices.resolve("dri"));
        Properties properties = on("Linux");

        Painter.choose(properties, devices);

        assertThat(properties).doesNotContainKey(UNCACHED);
    }

    @Test
    void whether_pictures_are_stretched_can_be_chosen_on_the_command_line() {
        Properties properties = on("Linux");
        properties.setProperty(UNCACHED, "false");

        Painter.choose(properties, devices);

        assertThat(properties).containsEntry(UNCACHED, "false");
    }

    private static Properties on(String system) {
        Properties properties = new Properties();
        properties.setProperty("os.name", system);
        return properties;
    }
}
