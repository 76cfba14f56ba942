package dev.liveticker.desktop.app;

/**
 * A colour in sRGB, and how it differs from another to the eye.
 *
 * @param red 0 to 1, as are the others
 * @param alpha 0 for nothing to be seen
 */
record Rgb(double red, double green, double blue, double alpha) {

    /** An eye with all its cones, or without one kind of them. */
    enum Sight {
        NORMAL,
        PROTANOPIA,
        DEUTERANOPIA,
        TRITANOPIA
    }

    static Rgb of(int red, int green, int blue, double alpha) {
        return new Rgb(red / 255.0, green / 255.0, blue / 255.0, alpha);
    }

    /** What is seen of it on an opaque colour. */
    Rgb over(Rgb below) {
        return new Rgb(mix(red, below.red), mix(green, below.green), mix(blue, below.blue), 1);
    }

    private double mix(double mine, double below) {
        return mine * alpha + below * (1 - alpha);
    }

    /** Contrast ratio, 1 to 21, of two opaque colours: WCAG 2.2, "contrast ratio" and "relative luminance". */
    double contrast(Rgb other) {
        double brighter = Math.max(luminance(), other.luminance());
        double darker = Math.min(luminance(), other.luminance());
        return (brighter + 0.05) / (darker + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    /** How far apart two colours are to an eye: CIE 1976 delta E in L*a*b* of D65. About 2 is just to be noticed. */
    double distance(Rgb other, Sight sight) {
        double[] mine = lab(sight);
        double[] others = other.lab(sight);
        return Math.sqrt(square(mine[0] - others[0]) + square(mine[1] - others[1]) + square(mine[2] - others[2]));
    }

    private double[] lab(Sight sight) {
        double[] seen = new double[3];
        double[][] matrix = matrix(sight);
        for (int i = 0; i < seen.length; i++) {
            double[] row = matrix[i];
            seen[i] = Math.clamp(row[0] * linear(red) + row[1] * linear(green) + row[2] * linear(blue), 0.0, 1.0);
        }
        double x = curve((0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]) / 0.95047);
        double y = curve(0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2]);
        double z = curve((0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    /**
     * What becomes of linear red, green and blue. Source: Machado, Oliveira, Fernandes 2009, "A Physiologically-based
     * Model for Simulation of Color Vision Deficiency", severity 1.0.
     */
    private static double[][] matrix(Sight sight) {
        return switch (sight) {
            case NORMAL -> new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
            case PROTANOPIA ->
                new double[][] {
                    {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
                };
            case DEUTERANOPIA ->
                new double[][] {
                    {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
                };
            case TRITANOPIA ->
                new double[][] {
                    {1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}
                };
        };
    }

    private static double curve(double t) {
        return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static double square(double value) {
        return value * value;
    }
}
