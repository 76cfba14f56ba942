package dev.liveticker.desktop.app;

import dev.liveticker.desktop.opening.Opening;
import dev.liveticker.desktop.opening.WatchLink;
import dev.liveticker.desktop.settings.Appearance;
import dev.liveticker.desktop.settings.Language;
import dev.liveticker.desktop.settings.ServerAddress;
import dev.liveticker.desktop.settings.ThemeChoice;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** What the desktop is started with. */
@Command(
        name = "live-ticker",
        mixinStandardHelpOptions = true,
        versionProvider = LaunchOptions.Versions.class,
        sortOptions = false,
        description = "Live prices on the desktop. Without options it opens on a simulated market of its own.")
final class LaunchOptions {

    /** Not {@link Version} itself, which is asked for without any options too. */
    static final class Versions implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return Version.lines();
        }
    }

    /** The system property of a start that tells how long it took, and ends so many milliseconds later. */
    static final String EXIT_WHEN_LIVE = "liveticker.exit-when-live";

    /** The system property that names the directory of settings where no option does. */
    static final String CONFIG = "liveticker.config";

    /** A picture's size, in pixels. */
    record Size(int width, int height) {

        /** Width and height of the screen of the platform that needs no display. */
        private static final int SCREEN = 1_000;

        /** As much of it as that screen can hold. */
        Size onScreen() {
            return new Size(Math.min(width, SCREEN), Math.min(height, SCREEN));
        }
    }

    @Option(
            names = "--server",
            paramLabel = "URL",
            converter = AddressConverter.class,
            description = "Connect to this server instead of the one in the settings, for this time.")
    @Nullable
    URI server;

    @Option(
            names = "--theme",
            paramLabel = "THEME",
            converter = ThemeConverter.class,
            description = "light, dark or system, for this time.")
    @Nullable
    ThemeChoice theme;

    @Option(
            names = "--text-scale",
            paramLabel = "FACTOR",
            converter = TextScaleConverter.class,
            description = "Size of text, from 0.8 to 2, for this time.")
    @Nullable
    Double textScale;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            converter = LanguageConverter.class,
            description = "en or de, for this time.")
    @Nullable
    Language language;

    @Option(
            names = "--screenshot",
            paramLabel = "FILE",
            description = "Write a picture (PNG) once prices are there, and exit. Needs no display.")
    @Nullable
    Path screenshot;

    @Option(
            names = "--screen",
            paramLabel = "NAME",
            defaultValue = Screens.MAIN,
            description = "What the picture is of: the main window, another one such as settings, or the main window"
                    + " with a tab in front. A name that there is not is answered with those there are."
                    + " Default: ${DEFAULT-VALUE}.")
    String screen = Screens.MAIN;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            converter = SizeConverter.class,
            defaultValue = "1000x700",
            description = "Size of the main window's picture, at most 1920x1200. Default: ${DEFAULT-VALUE}.")
    Size size = new Size(1000, 700);

    /** For pictures of the same market every time. */
    @Option(names = "--market-start", paramLabel = "TIME", hidden = true)
    @Nullable
    Instant marketStart;

    /**
     * For measuring how long that takes: milliseconds from the first price to the end; absent for a start like any
     * other. No option, since a start that is measured is to be as most are, and those have none.
     */
    @Nullable
    Integer exitWhenLive = Integer.getInteger(EXIT_WHEN_LIVE);

    @Option(names = "--config", paramLabel = "DIR", description = "Keep settings and log in this directory.")
    @Nullable
    Path config = Optional.ofNullable(System.getProperty(CONFIG)).map(Path::of).orElse(null);

    @Option(names = "--no-hints", description = "Give no hints.")
    boolean noHints;

    @Parameters(
            paramLabel = "FILE|LINK",
            arity = "0..*",
            converter = OpeningConverter.class,
            description =
                    "Open this file of a watchlist (.ticker or .csv), or put the symbols of this link on the list,"
                            + " such as liveticker://watch/AAPL,MSFT. The window that is open already does it, if there is one.")
    List<Opening> openings = new ArrayList<>();

    /** Reads a file or link; what a link says is told in the window, where whoever clicked on it is looking. */
    static final class OpeningConverter implements ITypeConverter<Opening> {
        @Override
        public Opening convert(String value) {
            return Opening.parse(value)
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + value + "' is neither a file nor a link such as " + WatchLink.START + "AAPL,MSFT"));
        }
    }

    /** Reads an address as the settings dialog does. */
    static final class AddressConverter implements ITypeConverter<URI> {
        @Override
        public URI convert(String value) {
            return ServerAddress.parse(value)
                    .orElseThrow(() ->
                            new TypeConversionException("'" + value + "' is not an address like http://host:port"));
        }
    }

    /** Reads a theme as the settings file spells it. */
    static final class ThemeConverter implements ITypeConverter<ThemeChoice> {
        @Override
        public ThemeChoice convert(String value) {
            return ThemeChoice.parse(value)
                    .orElseThrow(() -> new TypeConversionException("'" + value + "' is none of "
                            + String.join(
                                    ", ",
                                    Arrays.stream(ThemeChoice.values())
                                            .map(ThemeChoice::code)
                                            .toList())));
        }
    }

    /** Reads a factor within the settings' bounds. */
    static final class TextScaleConverter implements ITypeConverter<Double> {

        private static final Pattern FACTOR = Pattern.compile("\\d(\\.\\d{1,3})?");

        @Override
        public Double convert(String value) {
            if (FACTOR.matcher(value).matches()) {
                double factor = Double.parseDouble(value);
                if (factor >= Appearance.LEAST_TEXT_SCALE && factor <= Appearance.MOST_TEXT_SCALE) {
                    return factor;
                }
            }
            throw new TypeConversionException("'" + value + "' is not a factor from " + Appearance.LEAST_TEXT_SCALE
                    + " to " + Appearance.MOST_TEXT_SCALE);
        }
    }

    /** Reads a language by its code. */
    static final class LanguageConverter implements ITypeConverter<Language> {
        @Override
        public Language convert(String value) {
            return Language.parse(value)
                    .orElseThrow(() -> new TypeConversionException("'" + value + "' is none of en, de"));
        }
    }

    /** Reads two numbers with an x between them. */
    static final class SizeConverter implements ITypeConverter<Size> {

        private static final Pattern SIZE = Pattern.compile("(\\d{3,4})x(\\d{3,4})");
        private static final int MOST_WIDTH = 1_920;
        private static final int MOST_HEIGHT = 1_200;
        private static final int LEAST_WIDTH = 760;
        private static final int LEAST_HEIGHT = 480;

        @Override
        public Size convert(String value) {
            Matcher matcher = SIZE.matcher(value);
            if (matcher.matches()) {
                Size size = new Size(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
                if (size.width() >= LEAST_WIDTH
                        && size.width() <= MOST_WIDTH
                        && size.height() >= LEAST_HEIGHT
                        && size.height() <= MOST_HEIGHT) {
                    return size;
                }
            }
            throw new TypeConversionException("'" + value + "' is not a size from " + LEAST_WIDTH + "x" + LEAST_HEIGHT
                    + " to " + MOST_WIDTH + "x" + MOST_HEIGHT);
        }
    }
}
