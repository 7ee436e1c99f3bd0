package io.guanxi.kernel.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.sourceforge.pinyin4j.PinyinHelper;

/** Latin spellings of Chinese words. */
public final class Pinyin {

    private Pinyin() {}

    /** What is typed to find a word: its full spelling and initials, from each of its characters on. */
    static Set<String> typed(String word) {
        Set<String> spellings = new LinkedHashSet<>();
        for (int i = 0; i < word.length(); i++) {
            spellings.addAll(of(word.substring(i)));
        }
        return spellings;
    }

    /** Full spelling and initials without tones: 环球电子 gives {@code huanqiudianzi} and {@code hqdz}. */
    public static List<String> of(String word) {
        StringBuilder full = new StringBuilder();
        StringBuilder initials = new StringBuilder();
        for (char character : word.toCharArray()) {
            String[] readings = PinyinHelper.toHanyuPinyinStringArray(character);
            if (readings != null && readings.length > 0) {
                String reading = readings[0].replaceAll("[^a-z]", "");
                full.append(reading);
                initials.append(reading.charAt(0));
            }
        }
        return List.of(full.toString(), initials.toString());
    }
}
