package dev.liveticker.desktop.app;

import dev.liveticker.desktop.settings.Language;
import dev.liveticker.desktop.settings.ServerAddress;
import dev.liveticker.desktop.settings.ThemeChoice;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What the desktop is started with. */
@Command(
        name = "live-ticker",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = "Live prices on the desktop. Without options it opens on a simulated market of its own.")
final class LaunchOptions {

    /** A picture's size, in pixels. */
    record Size(int width, int height) {}

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
            names = "--language",
            paramLabel = "LANGUAGE",
            converter = LanguageConverter.class,
            description = "en or de, for this time.")
    @Nullable
    Language language;

    @Option(
            names = "--screenshot",
            paramLabel = "FILE",
            description = "Write a picture of the main window (PNG) once prices are there, and exit. Needs no display.")
    @Nullable
    Path screenshot;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            converter = SizeConverter.class,
            defaultValue = "1000x700",
            description = "Size of the picture, at most 1000x1000. Default: ${DEFAULT-VALUE}.")
    Size size = new Size(1000, 700);

    @Option(names = "--config", paramLabel = "DIR", description = "Keep settings and log in this directory.")
    @Nullable
    Path config;

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

        /** The screen of the platform that needs no display has this width and height. */
        private static final int MOST = 1_000;

        private static final int LEAST_WIDTH = 760;
        private static final int LEAST_HEIGHT = 480;

        @Override
        public Size convert(String value) {
            Matcher matcher = SIZE.matcher(value);
            if (matcher.matches()) {
                Size size = new Size(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
                if (size.width() >= LEAST_WIDTH
                        && size.width() <= MOST
                        && size.height() >= LEAST_HEIGHT
                        && size.height() <= MOST) {
                    return size;
                }
            }
            throw new TypeConversionException("'" + value + "' is not a size from " + LEAST_WIDTH + "x" + LEAST_HEIGHT
                    + " to " + MOST + "x" + MOST);
        }
    }
}
