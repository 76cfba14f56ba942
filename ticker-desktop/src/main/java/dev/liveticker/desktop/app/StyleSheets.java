package dev.liveticker.desktop.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Style sheets at a size of text. Every length in pixels grows and shrinks with it, the theme's as well as the
 * desktop's, so that nothing is cut off by what stayed as it was; lengths in em follow the font by themselves. Lines of
 * a pixel or two stay: they are there to separate, not to be read.
 */
final class StyleSheets {

    private static final Pattern LENGTH = Pattern.compile("(?<![\\w.#-])(-?)(\\d+(?:\\.\\d+)?)px");

    private static final BigDecimal THICKEST_LINE = new BigDecimal(2);

    private StyleSheets() {}

    /** Addresses of style sheets beside this class. */
    static List<String> of(List<String> names) {
        return names.stream()
                .map(name -> Objects.requireNonNull(StyleSheets.class.getResource(name), name)
                        .toExternalForm())
                .toList();
    }

    /** The address of a style sheet at a size of text; at the usual size, the one given. */
    static String scaled(String address, double scale) {
        if (scale == 1) {
            return address;
        }
        byte[] css = scaledText(read(address), scale).getBytes(StandardCharsets.UTF_8);
        return "data:text/css;charset=UTF-8;base64," + Base64.getEncoder().encodeToString(css);
    }

    /** A style sheet with its lengths at another scale. */
    static String scaledText(String css, double scale) {
        BigDecimal factor = BigDecimal.valueOf(scale);
        return LENGTH.matcher(css).replaceAll(match -> {
            BigDecimal length = new BigDecimal(match.group(2));
            BigDecimal scaled = length.compareTo(THICKEST_LINE) <= 0
                    ? length
                    : length.multiply(factor).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
            return match.group(1) + scaled.toPlainString() + "px";
        });
    }

    private static String read(String address) {
        try (InputStream css = open(address)) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the style sheet " + address + " cannot be read", e);
        }
    }

    /** The theme names its own by their place on the class path. */
    private static InputStream open(String address) throws IOException {
        if (address.startsWith("/")) {
            return Objects.requireNonNull(StyleSheets.class.getResourceAsStream(address), address);
        }
        return URI.create(address).toURL().openStream();
    }
}
