package io.guanxi.tenantadmin.page;

import io.guanxi.kernel.search.Pinyin;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names as programs write them, made of labels when nobody has thought of one. */
public final class ProgramNames {

    private ProgramNames() {}

    /** {@code Lease ends} gives {@code leaseEnds}; empty when there is nothing to make it of. */
    public static String camel(String label, int longest) {
        StringBuilder name = new StringBuilder();
        for (String word : words(label)) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.substring(0, Math.min(name.length(), longest));
    }

    /** {@code Rental units} gives {@code rental-units}; empty when there is nothing to make it of. */
    public static String kebab(String label, int longest) {
        String name = String.join("-", words(label));
        String cut = name.substring(0, Math.min(name.length(), longest));
        return cut.endsWith("-") ? cut.substring(0, cut.length() - 1) : cut;
    }

    /** Small Latin words; Chinese ones by their sound. */
    private static List<String> words(String label) {
        if (label == null) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        String plain = Normalizer.normalize(label, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replace("ß", "ss");
        for (String word : plain.split("[^A-Za-z0-9\\p{IsHan}]+")) {
            words.add(word.codePoints()
                    .mapToObj(Character::toString)
                    .map(sign -> Character.isIdeographic(sign.codePointAt(0))
                            ? Pinyin.of(sign).get(0)
                            : sign.toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining()));
        }
        words.removeIf(String::isEmpty);
        return words;
    }
}
