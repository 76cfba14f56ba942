package dev.liveticker.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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

    @Test
    void a_picture_may_be_larger_than_the_screen_and_have_larger_text() throws Exception {
        Path picture = directory.resolve("large.png");

        Outcome outcome = run(
                "--screenshot",
                picture.toString(),
                "--size",
                "1600x1000",
                "--text-scale",
                "1.5",
                "--theme",
                "dark",
                "--market-start",
                "2026-03-06T15:00:00Z");

        assertThat(outcome.errors()).isEmpty();
        BufferedImage image = ImageIO.read(picture.toFile());
        assertThat(image.getWidth()).isEqualTo(1600);
        assertThat(image.getHeight()).isEqualTo(1000);
        assertThat(IntStream.range(0, 1600)
                        .map(x -> image.getRGB(x, 978))
                        .distinct()
                        .count())
                .as("something is painted at the lower end, right across")
                .isGreaterThan(5);
        assertThat(new java.awt.Color(image.getRGB(1595, 500)).getBlue())
                .as("dark beyond the screen's edge")
                .isLessThan(80);
    }

    @Test
    void a_picture_can_be_of_another_window() throws Exception {
        Path picture = directory.resolve("settings.png");

        Outcome outcome = run("--screenshot", picture.toString(), "--screen", "settings");

        assertThat(outcome.errors()).isEmpty();
        assertThat(ImageIO.read(picture.toFile()).getWidth()).isNotEqualTo(1000);
    }

    @Test
    void a_screen_that_there_is_not_is_answered_with_those_there_are() throws Exception {
        Path picture = directory.resolve("none.png");

        Outcome outcome = run("--screenshot", picture.toString(), "--screen", "nowhere");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.errors())
                .singleElement()
                .asString()
                .startsWith("live-ticker: there is no screen 'nowhere', but there are main, settings");
        assertThat(picture).doesNotExist();
    }

    @Test
    void how_long_it_takes_to_a_filled_window_and_to_the_first_price_is_told() throws Exception {
        Outcome outcome =
                run(List.of("-Dliveticker.exit-when-live=0", "-Dliveticker.config=" + directory.resolve("config")));

        assertThat(outcome.code()).isZero();
        assertThat(outcome.words())
                .satisfiesExactly(
                        window -> assertThat(window).matches("filled after \\d+ ms"),
                        price -> assertThat(price).matches("live after \\d+ ms, \\d+ ms of processor time"));
    }

    private record Outcome(int code, List<String> words, List<String> errors) {}

    private Outcome run(String... arguments) throws Exception {
        return run(List.of(), arguments);
    }

    private Outcome run(List<String> properties, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Djava.io.tmpdir=" + directory));
        command.addAll(properties);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        Path words = directory.resolve("words");
        Path errors = directory.resolve("errors");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(words.toFile()).redirectError(errors.toFile());
        builder.environment().remove("DISPLAY");
        Process process = builder.start();
        try {
            assertThat(process.waitFor(180, TimeUnit.SECONDS)).as("it ended").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Outcome(process.exitValue(), Files.readAllLines(words), Files.readAllLines(errors));
    }
}
