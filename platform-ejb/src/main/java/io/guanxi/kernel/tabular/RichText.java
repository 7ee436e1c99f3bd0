package io.guanxi.kernel.tabular;

import java.util.Optional;
import java.util.regex.Pattern;

/** The text of a string item: its runs put together, without the phonetic hints of East Asian texts. */
final class RichText {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private static final Pattern UNWRITABLE = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\uFFFE\uFFFF]");

    private RichText() {}

    /** Appends the text up to the end of the element, which the part has just entered. */
    static void read(XmlPart xml, String element, LimitedText into) {
        Optional<String> child = xml.toChild(element);
        while (child.isPresent()) {
            if (child.get().equals("t")) {
                xml.text(into);
            } else if (child.get().equals("rPh")) {
                xml.skip();
            }
            child = xml.toChild(element);
        }
    }

    /** Characters that XML cannot hold are written as {@code _x000D_} (ECMA-376 part 1, 22.9.2.19, ST_Xstring). */
    static String unescape(String text) {
        return text.contains("_x")
                ? ESCAPE.matcher(text)
                        .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(
                                String.valueOf((char) Integer.parseInt(match.group(1), 16))))
                : text;
    }

    /** The reverse of {@link #unescape}: a text of this form, or with control characters, is read back as it was. */
    static String escape(String text) {
        String safe = text.contains("_x") ? ESCAPE.matcher(text).replaceAll("_x005F$0") : text;
        return UNWRITABLE
                .matcher(safe)
                .replaceAll(match -> "_x%04X_".formatted((int) match.group().charAt(0)));
    }
}
