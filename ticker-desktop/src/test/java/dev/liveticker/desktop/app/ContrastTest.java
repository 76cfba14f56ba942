package dev.liveticker.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.settings.TickColours;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether what is written can be read in every theme and palette, as the style sheets have it. */
class ContrastTest {

    /** WCAG 2.2, 1.4.3: text. */
    private static final double TEXT = 4.5;

    /** WCAG 2.2, 1.4.11: graphics and the edges of controls. */
    private static final double GRAPHICS = 3;

    /** Far more than what can just be told apart, which is 2. */
    private static final double FAR_APART = 60;

    @ParameterizedTest
    @CsvSource({
        "-color-fg-default, -color-bg-default",
        "-color-fg-default, -color-bg-subtle",
        "-color-fg-default, -color-bg-overlay",
        "-color-fg-default, -color-bg-default/-color-accent-subtle",
        "-color-fg-default, -color-bg-default/-color-warning-subtle",
        "-color-fg-default, -color-bg-default/-tick-up",
        "-color-fg-default, -color-bg-default/-tick-down",
        "-color-fg-default, -color-bg-default/-color-accent-subtle/-tick-up",
        "-color-fg-default, -color-bg-default/-color-accent-subtle/-tick-down",
        "-color-fg-muted, -color-bg-default",
        "-color-fg-muted, -color-bg-subtle",
        "-color-fg-muted, -color-bg-overlay",
        "-color-fg-muted, -color-bg-default/-color-accent-subtle",
        "-up, -color-bg-default",
        "-up, -color-bg-subtle",
        "-up, -color-bg-default/-color-accent-subtle",
        "-down, -color-bg-default",
        "-down, -color-bg-subtle",
        "-down, -color-bg-default/-color-accent-subtle",
        "-stale, -color-bg-default",
        "-stale, -color-bg-subtle",
        "-stale, -color-bg-default/-color-accent-subtle",
        "-color-danger-fg, -color-bg-default",
        "-color-danger-fg, -color-bg-subtle",
        "-color-danger-fg, -color-bg-default/-color-accent-subtle",
        "-color-accent-fg, -color-bg-default",
        "-color-accent-fg, -color-bg-subtle",
        "-color-accent-fg, -color-bg-subtle/-color-accent-subtle",
        "-color-warning-fg, -color-bg-subtle/-color-warning-subtle",
        "-color-fg-emphasis, -color-accent-emphasis",
        "-chart-text, -chart-background",
        "-chart-strong, -chart-background",
        "-chart-on-accent, -chart-up",
        "-chart-on-accent, -chart-down"
    })
    void text_can_be_read(String text, String background) throws IOException {
        everywhere(text, background, TEXT);
    }

    /** What is measured here is of no use where another colour is shown. */
    @Test
    void whatever_is_stale_has_the_colour_made_for_it() throws IOException {
        for (String sheet : List.of("desktop.css", "watchlist.css", "portfolio.css", "tape.css")) {
            assertThat(StyleTokens.stale(sheet)).as(sheet).isNotEmpty();
        }
        try (Stream<Path> sheets = Files.list(Path.of("src/main/resources/dev/liveticker/desktop/app"))) {
            for (String sheet : sheets.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".css") && !name.equals("tokens.css"))
                    .toList()) {
                assertThat(StyleTokens.stale(sheet)).as(sheet).allMatch("-stale"::equals);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-chart-up, -chart-background",
        "-chart-down, -chart-background",
        "-up-fill, -color-bg-default",
        "-down-fill, -color-bg-default",
        "-edge, -color-bg-default",
        "-color-accent-emphasis, -color-bg-default",
        "-color-accent-emphasis, -color-bg-subtle",
        "-color-success-emphasis, -color-bg-subtle",
        "-color-danger-emphasis, -color-bg-subtle",
        "-color-warning-fg, -color-bg-subtle",
        "-color-accent-fg, -color-bg-subtle",
        "-color-fg-subtle, -color-bg-subtle"
    })
    void graphics_can_be_made_out(String shape, String background) throws IOException {
        everywhere(shape, background, GRAPHICS);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void rise_and_fall_stay_apart_in_blue_and_orange_for_every_eye(boolean dark) throws IOException {
        StyleTokens tokens = StyleTokens.of(dark, TickColours.BLUE_UP);
        for (Rgb.Sight sight : Rgb.Sight.values()) {
            assertThat(tokens.of("-up").distance(tokens.of("-down"), sight))
                    .as("text, %s", sight)
                    .isGreaterThan(FAR_APART);
            assertThat(tokens.of("-up-fill").distance(tokens.of("-down-fill"), sight))
                    .as("candles, %s", sight)
                    .isGreaterThan(FAR_APART);
        }
    }

    /** Which is why there is another palette, and why a sign or an arrow stands beside every colour. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void green_and_red_do_not(boolean dark) throws IOException {
        StyleTokens tokens = StyleTokens.of(dark, TickColours.GREEN_UP);

        assertThat(tokens.of("-up").distance(tokens.of("-down"), Rgb.Sight.NORMAL))
                .isGreaterThan(FAR_APART);
        assertThat(tokens.of("-up").distance(tokens.of("-down"), Rgb.Sight.DEUTERANOPIA))
                .isLessThan(FAR_APART);
    }

    @Test
    void red_up_is_green_up_turned_around() throws IOException {
        StyleTokens green = StyleTokens.of(false, TickColours.GREEN_UP);
        StyleTokens red = StyleTokens.of(false, TickColours.RED_UP);

        assertThat(red.of("-up")).isEqualTo(green.of("-down"));
        assertThat(red.of("-down")).isEqualTo(green.of("-up"));
        assertThat(red.of("-chart-up")).isEqualTo(green.of("-chart-down"));
        assertThat(red.of("-tick-down")).isEqualTo(green.of("-tick-up"));
    }

    @Test
    void the_measure_is_right() {
        Rgb black = Rgb.of(0, 0, 0, 1);
        Rgb white = Rgb.of(255, 255, 255, 1);

        assertThat(black.contrast(white)).isEqualTo(21);
        assertThat(Rgb.of(0x77, 0x77, 0x77, 1).contrast(white)).isBetween(4.47, 4.49);
        assertThat(black.distance(white, Rgb.Sight.NORMAL)).isBetween(99.9, 100.1);
        assertThat(Rgb.of(255, 255, 255, 0.5).over(black).red()).isEqualTo(0.5);
    }

    private static void everywhere(String above, String below, double least) throws IOException {
        for (boolean dark : new boolean[] {false, true}) {
            for (TickColours colours : TickColours.values()) {
                StyleTokens tokens = StyleTokens.of(dark, colours);
                Rgb background = tokens.layers(List.of(below.split("/", -1)));
                assertThat(tokens.of(above).over(background).contrast(background))
                        .as("%s on %s, %s, %s", above, below, dark ? "dark" : "light", colours)
                        .isGreaterThanOrEqualTo(least);
            }
        }
    }
}
