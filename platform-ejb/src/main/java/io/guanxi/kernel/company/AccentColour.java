package io.guanxi.kernel.company;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A colour that white text on it and it on white can be read with: a contrast of 4.5 to 1, as WCAG 2.2 wants it (success
 * criterion 1.4.3).
 *
 * @param hex as {@code #0b5e59}
 */
public record AccentColour(String hex) {

    private static final Pattern FORM = Pattern.compile("#[0-9a-f]{6}");
    private static final double ENOUGH = 4.5;

    /** Background of the dark pages. */
    private static final int DARK = 0x181c1d;

    private static final int WHITE = 0xffffff;
    private static final int STEPS = 50;

    /** The colour, readable or not; empty when the text names none. */
    public static Optional<AccentColour> parse(String text) {
        String hex = text.strip().toLowerCase(Locale.ROOT);
        return FORM.matcher(hex).matches() ? Optional.of(new AccentColour(hex)) : Optional.empty();
    }

    public boolean isReadable() {
        return contrast(rgb(), WHITE) >= ENOUGH;
    }

    /** The nearest darker one that can be read. */
    public AccentColour readable() {
        return mixed(0, WHITE);
    }

    /** The nearest lighter one that can be read on dark pages. */
    public AccentColour onDark() {
        return mixed(WHITE, DARK);
    }

    private AccentColour mixed(int with, int background) {
        for (int step = 0; step <= STEPS; step++) {
            int mix = mix(rgb(), with, (double) step / STEPS);
            if (contrast(mix, background) >= ENOUGH) {
                return new AccentColour(String.format("#%06x", mix));
            }
        }
        throw new IllegalStateException(hex);
    }

    private int rgb() {
        return Integer.parseInt(hex.substring(1), 16);
    }

    private static int mix(int colour, int other, double share) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double part = (colour >> shift & 255) * (1 - share) + (other >> shift & 255) * share;
            mixed |= (int) Math.round(part) << shift;
        }
        return mixed;
    }

    /** From 1 to 21. */
    static double contrast(int one, int other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    /** Relative luminance as WCAG defines it. */
    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
