package dev.liveticker.benchmarks.facts;

import dev.liveticker.model.Instrument;
import dev.liveticker.server.market.SimulatedDays;
import dev.liveticker.server.market.SimulatedDays.Line;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A picture of one day: a panel each, price above and volume below, on one axis of the time of day. SVG. */
final class DayChart {

    private static final int WIDTH = 920;
    private static final int LEFT = 78;
    private static final int RIGHT = 20;
    private static final int TOP = 58;
    private static final int PANEL = 146;
    private static final int TITLE = 20;
    private static final int PRICE = 74;
    private static final int GAP = 14;
    private static final int VOLUME = 24;
    private static final int BOTTOM = 44;
    private static final int DAY = 1_440;

    /** Minutes that a point of the line and a bar of the volume stand for. */
    private static final int POINT = 3;

    private static final int BAR = 10;

    private static final String STYLE = """
            <style>
              text { font: 12px system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, sans-serif; fill: #57606a }
              .card { fill: #ffffff } .heading { font-size: 16px; font-weight: 600; fill: #1f2328 }
              .name { font-weight: 600; fill: #1f2328 } .axis { font-size: 11px } .shut { fill: #57606a; fill-opacity: .06 }
              .grid { stroke: #d0d7de; stroke-width: 1; stroke-dasharray: 2 3 } .base { stroke: #afb8c1; stroke-width: 1 }
              .price { fill: none; stroke: #0969da; stroke-width: 1.3; stroke-linejoin: round }
              .volume { fill: #8c959f; fill-opacity: .75 }
              @media (prefers-color-scheme: dark) {
                text { fill: #9198a1 } .card { fill: #0d1117 } .heading, .name { fill: #f0f6fc }
                .shut { fill: #9198a1; fill-opacity: .10 } .grid { stroke: #3d444d } .base { stroke: #656c76 }
                .price { stroke: #4493f8 } .volume { fill: #7d8590 }
              }
            </style>
            """;

    private final StringBuilder svg = new StringBuilder();

    private DayChart() {}

    /**
     * Draws it.
     *
     * @param heading what it shows
     * @param lines a day of minutes each
     */
    static String of(String heading, List<Line> lines) {
        return new DayChart().drawn(heading, lines);
    }

    private String drawn(String heading, List<Line> lines) {
        int height = TOP + lines.size() * PANEL + BOTTOM;
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 " + WIDTH + " " + height
                + "\">\n");
        svg.append("<title>" + escaped(heading) + "</title>\n");
        svg.append(STYLE);
        box("card", 0, 0, WIDTH, height);
        text("heading", "start", LEFT, 34, escaped(heading));
        for (int i = 0; i < lines.size(); i++) {
            panel(lines.get(i), TOP + i * PANEL);
        }
        timeAxis(TOP + lines.size() * PANEL);
        svg.append("</svg>\n");
        return svg.toString();
    }

    private void panel(Line line, int top) {
        Instrument instrument = line.listing().instrument();
        int priceTop = top + TITLE;
        int volumeTop = priceTop + PRICE + GAP;
        String name = "<tspan class=\"name\">" + escaped(instrument.symbol().text()) + "</tspan>  "
                + escaped(instrument.name()) + ", " + instrument.currency();
        text("panel", "start", LEFT, top + 12, name);
        shut(line.prices(), priceTop, volumeTop + VOLUME - priceTop);
        for (int hour = 0; hour <= 24; hour += 3) {
            rule("grid", x(hour * 60), priceTop, x(hour * 60), volumeTop + VOLUME);
        }
        prices(line, priceTop);
        volumes(line, volumeTop);
    }

    /** Shades what is closed. */
    private void shut(double[] prices, int top, int height) {
        int from = 0;
        while (from < DAY) {
            int until = from;
            while (until < DAY && Double.isNaN(prices[until])) {
                until++;
            }
            if (until > from) {
                box("shut", x(from), top, x(until) - x(from), height);
                text("axis", "middle", (x(from) + x(until)) / 2, top + height / 2, "closed");
            }
            from = until + 1;
        }
    }

    private void prices(Line line, int top) {
        PriceAxis axis = PriceAxis.around(line.prices());
        for (BigDecimal label : axis.labels()) {
            double y = top + PRICE * (1 - axis.position(label.doubleValue()));
            rule("grid", LEFT, y, WIDTH - RIGHT, y);
            text("axis", "end", LEFT - 8, y + 4, String.format(Locale.ROOT, "%,." + label.scale() + "f", label));
        }
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        for (int minute = 0; minute < DAY; minute += POINT) {
            double price = line.prices()[minute];
            boolean open = !Double.isNaN(price);
            if (open) {
                path.append(drawing ? 'L' : 'M').append(number(x(minute + 1)));
                path.append(' ').append(number(top + PRICE * (1 - axis.position(price))));
            }
            drawing = open;
        }
        path("price", path);
    }

    private void volumes(Line line, int top) {
        double[] volumes = SimulatedDays.sums(line.volumes(), BAR);
        double most = Arrays.stream(volumes).max().orElse(0);
        int base = top + VOLUME;
        rule("base", LEFT, base, WIDTH - RIGHT, base);
        if (most <= 0) {
            return;
        }
        text("axis", "end", LEFT - 8, top + 8, amount(most));
        text("axis", "end", LEFT - 8, base + 2, "0");
        StringBuilder bars = new StringBuilder();
        for (int i = 0; i < volumes.length; i++) {
            if (volumes[i] > 0) {
                bars.append('M').append(number(x(i * BAR) + 0.5)).append(' ').append(base);
                bars.append('v').append(number(-VOLUME * volumes[i] / most));
                bars.append('h')
                        .append(number(x(BAR) - x(0) - 1))
                        .append('V')
                        .append(base)
                        .append('z');
            }
        }
        path("volume", bars);
    }

    private void timeAxis(int top) {
        for (int hour = 0; hour <= 24; hour += 3) {
            text("axis", "middle", x(hour * 60), top + 4, String.format(Locale.ROOT, "%02d:00", hour));
        }
        String what = "time of day in New York; below each price, the volume of " + BAR + " minutes";
        text("axis", "middle", (x(0) + x(DAY)) / 2, top + 26, what);
    }

    /** Such as 1.2M. */
    static String amount(double value) {
        if (value >= 1e9) {
            return String.format(Locale.ROOT, "%.1fB", value / 1e9);
        }
        if (value >= 1e6) {
            return String.format(Locale.ROOT, "%.1fM", value / 1e6);
        }
        if (value >= 1e3) {
            return String.format(Locale.ROOT, "%.0fk", value / 1e3);
        }
        return String.format(Locale.ROOT, value >= 10 ? "%.0f" : "%.1f", value);
    }

    private static double x(int minute) {
        return LEFT + (double) (WIDTH - LEFT - RIGHT) * minute / DAY;
    }

    private void box(String style, double x, double y, double width, double height) {
        String corner = "\" x=\"" + number(x) + "\" y=\"" + number(y);
        String size = "\" width=\"" + number(width) + "\" height=\"" + number(height);
        svg.append("<rect class=\"" + style + corner + size + "\"/>\n");
    }

    private void rule(String style, double x1, double y1, double x2, double y2) {
        String from = "\" x1=\"" + number(x1) + "\" y1=\"" + number(y1);
        String to = "\" x2=\"" + number(x2) + "\" y2=\"" + number(y2);
        svg.append("<line class=\"" + style + from + to + "\"/>\n");
    }

    private void text(String style, String anchor, double x, double y, String content) {
        String place = "\" x=\"" + number(x) + "\" y=\"" + number(y);
        svg.append("<text class=\"" + style + "\" text-anchor=\"" + anchor + place + "\">" + content + "</text>\n");
    }

    private void path(String style, StringBuilder path) {
        svg.append("<path class=\"" + style + "\" d=\"" + path + "\"/>\n");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
