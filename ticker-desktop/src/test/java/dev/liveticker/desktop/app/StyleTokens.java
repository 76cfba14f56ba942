package dev.liveticker.desktop.app;

import dev.liveticker.desktop.settings.TickColours;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The colours of one theme and palette, read from the style sheets as the toolkit would. */
final class StyleTokens {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
    private static final Pattern DECLARATION = Pattern.compile("(-[\\w-]+)\\s*:\\s*([^;]+);");
    private static final Pattern HEX = Pattern.compile("#([0-9a-fA-F]{6})");
    private static final Pattern RGB = Pattern.compile("rgba?\\(([^)]*)\\)");
    private static final int DEEPEST = 10;

    private final Map<String, String> values = new HashMap<>();

    static StyleTokens of(boolean dark, TickColours colours) throws IOException {
        StyleTokens tokens = new StyleTokens();
        String theme = read("/atlantafx/base/theme/primer-" + (dark ? "dark" : "light") + ".css");
        String own = read("tokens.css");
        tokens.take(theme, ".root");
        tokens.take(own, ".root");
        if (dark) {
            tokens.take(own, ".root:dark");
        }
        if (colours != TickColours.GREEN_UP) {
            tokens.take(own, ".root." + Look.styleClass(colours));
        }
        tokens.take(read("desktop.css"), ".chart-surface");
        return tokens;
    }

    /** What a style sheet paints the texts and lines with that are stale. */
    static List<String> stale(String sheet) throws IOException {
        List<String> colours = new ArrayList<>();
        Matcher rules = RULE.matcher(COMMENT.matcher(read(sheet)).replaceAll(""));
        while (rules.find()) {
            boolean stale = rules.group(1).contains(":stale");
            Matcher declarations = DECLARATION.matcher(rules.group(2));
            while (declarations.find()) {
                String what = declarations.group(1);
                boolean paints = stale && (what.equals("-fx-text-fill") || what.equals("-fx-stroke"));
                if (paints || what.endsWith("-stale")) {
                    colours.add(declarations.group(2).strip());
                }
            }
        }
        return colours;
    }

    /** Colours laid over each other, the undermost first. */
    Rgb layers(List<String> names) {
        Rgb seen = of(names.getFirst());
        for (String name : names.subList(1, names.size())) {
            seen = of(name).over(seen);
        }
        return seen;
    }

    Rgb of(String name) {
        String value = name;
        for (int i = 0; value.startsWith("-"); i++) {
            String next = values.get(value);
            if (next == null || i > DEEPEST) {
                throw new AssertionError("no style sheet says what " + name + " is: " + value);
            }
            value = next;
        }
        return parse(value);
    }

    private static Rgb parse(String value) {
        Matcher hex = HEX.matcher(value);
        if (hex.matches()) {
            int bits = Integer.parseInt(hex.group(1), 16);
            return Rgb.of(bits >> 16, (bits >> 8) & 0xFF, bits & 0xFF, 1);
        }
        Matcher rgb = RGB.matcher(value);
        if (rgb.matches()) {
            String[] parts = rgb.group(1).split(",", -1);
            return Rgb.of(
                    Integer.parseInt(parts[0].strip()),
                    Integer.parseInt(parts[1].strip()),
                    Integer.parseInt(parts[2].strip()),
                    parts.length > 3 ? Double.parseDouble(parts[3].strip()) : 1);
        }
        throw new AssertionError("not a colour: " + value);
    }

    private void take(String css, String selector) {
        boolean found = false;
        Matcher rules = RULE.matcher(COMMENT.matcher(css).replaceAll(""));
        while (rules.find()) {
            if (List.of(rules.group(1).strip().split("\\s*,\\s*", -1)).contains(selector)) {
                found = true;
                Matcher declarations = DECLARATION.matcher(rules.group(2));
                while (declarations.find()) {
                    values.put(declarations.group(1), declarations.group(2).strip());
                }
            }
        }
        if (!found) {
            throw new AssertionError("no rule for " + selector);
        }
    }

    private static String read(String name) throws IOException {
        try (InputStream css = StyleTokens.class.getResourceAsStream(name)) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
