package dev.liveticker.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own. */
class ScreenshotTest {

    @TempDir
    Path directory;

    @Test
    void a_picture_of_the_live_window_is_taken_without_a_display() throws Exception {
        Path picture = directory.resolve("made").resolve("picture.png");

        Outcome outcome = run("--screenshot", picture.toString(), "--size", "900x640", "--theme", "dark");

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.code()).isZero();
        BufferedImage image = ImageIO.read(picture.toFile());
        assertThat(image.getWidth()).isEqualTo(900);
        assertThat(image.getHeight()).isEqualTo(640);
        assertThat(new java.awt.Color(image.getRGB(5, 300)).getBlue())
                .as("dark")
                .isLessThan(80);
    }

    @Test
    void a_picture_that_cannot_be_written_ends_with_a_line_and_code_1() throws Exception {
        Path blocked = Files.writeString(directory.resolve("blocked"), "a file");

        Outcome outcome = run("--screenshot", blocked.resolve("picture.png").toString());

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.errors()).singleElement().asString().startsWith("live-ticker: the picture could not be");
    }

    private record Outcome(int code, List<String> errors) {}

    private Outcome run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + directory,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        Path errors = directory.resolve("errors");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors.toFile());
        builder.environment().remove("DISPLAY");
        Process process = builder.start();
        try {
            assertThat(process.waitFor(90, TimeUnit.SECONDS)).as("it ended").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Outcome(process.exitValue(), Files.readAllLines(errors));
    }
}
