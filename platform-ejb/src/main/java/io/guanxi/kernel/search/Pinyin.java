package io.guanxi.kernel.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.sourceforge.pinyin4j.PinyinHelper;

/** Latin spellings of Chinese words. */
public final class Pinyin {

    /** Characters that are read in several ways multiply the spellings of a word; the common readings come first. */
    private static final int MOST_SPELLINGS = 4;

    private Pinyin() {}

    /**
     * What is typed to find a word: full spellings and initials, of all ways its characters are read.
     *
     * @param longest nothing is spelled beyond so many letters
     */
    static Set<String> typed(String word, int longest) {
        List<String> full = List.of("");
        List<String> initials = List.of("");
        for (char character : word.toCharArray()) {
            Set<String> readings = readings(character);
            if (readings.isEmpty() || initials.get(0).length() >= longest) {
                continue;
            }
            full = full.get(0).length() >= longest ? full : followed(full, readings);
            Set<String> letters = new LinkedHashSet<>();
            readings.forEach(reading -> letters.add(reading.substring(0, 1)));
            initials = followed(initials, letters);
        }
        Set<String> spellings = new LinkedHashSet<>(full);
        spellings.addAll(initials);
        spellings.remove("");
        return spellings;
    }

    private static List<String> followed(List<String> begun, Set<String> endings) {
        List<String> longer = new ArrayList<>();
        for (String ending : endings) {
            for (String beginning : begun) {
                if (longer.size() < MOST_SPELLINGS) {
                    longer.add(beginning + ending);
                }
            }
        }
        return longer;
    }

    /** Full spelling and initials without tones, as most people read them: 环球电子 gives {@code huanqiudianzi} and {@code hqdz}. */
    public static List<String> of(String word) {
        StringBuilder full = new StringBuilder();
        StringBuilder initials = new StringBuilder();
        for (char character : word.toCharArray()) {
            readings(character).stream().findFirst().ifPresent(reading -> {
                full.append(reading);
                initials.append(reading.charAt(0));
            });
        }
        return List.of(full.toString(), initials.toString());
    }

    private static Set<String> readings(char character) {
        Set<String> readings = new LinkedHashSet<>();
        String[] withTones = PinyinHelper.toHanyuPinyinStringArray(character);
        if (withTones != null) {
            for (String reading : withTones) {
                // The library writes lü as "lu:"; keyboards have a v for it, and most people type u.
                String plain = reading.replaceAll("[^a-z]", "");
                if (!plain.isEmpty()) {
                    readings.add(plain);
                }
            }
        }
        return readings;
    }
}
