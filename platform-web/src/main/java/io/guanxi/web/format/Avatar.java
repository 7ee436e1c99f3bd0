package io.guanxi.web.format;

import java.util.List;

/**
 * The coloured square or circle that stands for a company or person without a picture.
 *
 * @param letters one or two; a single character for Chinese names
 * @param colour  one of the tag colours of the style sheet, always the same for the same name
 */
public record Avatar(String letters, String colour) {

    private static final List<String> COLOURS =
            List.of("teal", "blue", "plum", "ochre", "orange", "green", "red", "gray");

    public static Avatar of(String name) {
        String trimmed = name == null ? "" : name.trim();
        return new Avatar(letters(trimmed), COLOURS.get(Math.floorMod(trimmed.hashCode(), COLOURS.size())));
    }

    private static String letters(String name) {
        if (name.isEmpty()) {
            return "?";
        }
        int first = name.codePointAt(0);
        if (Character.isIdeographic(first)) {
            return Character.toString(first);
        }
        String[] words = name.split("[\\s\\-_.,&/]+");
        StringBuilder letters = new StringBuilder();
        for (String word : words) {
            int start = word.isEmpty() ? ' ' : word.codePointAt(0);
            if (letters.length() < 2 && Character.isLetterOrDigit(start)) {
                letters.appendCodePoint(Character.toUpperCase(start));
            }
        }
        return letters.isEmpty() ? Character.toString(Character.toUpperCase(first)) : letters.toString();
    }
}
