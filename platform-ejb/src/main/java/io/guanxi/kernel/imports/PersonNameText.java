package io.guanxi.kernel.imports;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A person's whole name taken apart: family name first in Chinese and before a comma, last elsewhere. */
final class PersonNameText {

    private static final Set<String> DOUBLE_SURNAMES = Set.of(
            "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "夏侯", "司徒", "司空", "端木", "百里", "东郭", "南宫", "西门",
            "独孤", "长孙", "宇文", "歐陽", "司馬", "諸葛");

    /** Words that belong to the family name after them. */
    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "do", "du", "la", "le", "ter",
            "ten", "zu", "zur", "al", "bin", "ibn", "ben", "el", "st.");

    private static final int LONGEST_HAN_NAME = 4;

    private PersonNameText() {}

    /** {@code firstName} and {@code lastName}; a single word is a family name. */
    static Map<String, String> parts(String name) {
        if (isHan(name)) {
            return chinese(name.replaceAll("\\s", ""));
        }
        int comma = name.indexOf(',');
        if (comma > 0) {
            return of(name.substring(comma + 1), name.substring(0, comma));
        }
        List<String> words = Arrays.asList(name.split("\\s+"));
        int family = words.size() - 1;
        while (family > 1 && PARTICLES.contains(words.get(family - 1).toLowerCase(Locale.ROOT))) {
            family--;
        }
        return of(String.join(" ", words.subList(0, family)), String.join(" ", words.subList(family, words.size())));
    }

    private static Map<String, String> chinese(String name) {
        if (name.length() > LONGEST_HAN_NAME || name.length() < 2) {
            return of("", name);
        }
        int family = name.length() > 2 && DOUBLE_SURNAMES.contains(name.substring(0, 2)) ? 2 : 1;
        return of(name.substring(family), name.substring(0, family));
    }

    private static Map<String, String> of(String first, String last) {
        Map<String, String> parts = new LinkedHashMap<>();
        if (!first.isBlank()) {
            parts.put("firstName", first.strip());
        }
        parts.put("lastName", last.strip());
        return parts;
    }

    private static boolean isHan(String name) {
        return name.codePoints()
                .allMatch(
                        c -> Character.isWhitespace(c) || Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }
}
