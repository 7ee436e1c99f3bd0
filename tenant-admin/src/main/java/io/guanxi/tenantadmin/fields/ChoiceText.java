package io.guanxi.tenantadmin.fields;

import io.guanxi.kernel.custom.FieldDefinition.Choice;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Choices as an admin types them, one in a line: {@code Gold | 金牌}, the English label before the bar and the Chinese one
 * behind it. What is stored for a choice is made of its label once and stands before it from then on: {@code gold: Gold | 金牌}.
 */
final class ChoiceText {

    private static final Pattern LINE = Pattern.compile("(?:([a-z0-9_]{1,40}):\\s*)?([^|｜]*)(?:[|｜](.*))?");
    private static final int LONGEST = 40;

    private ChoiceText() {}

    static String write(List<Choice> choices) {
        StringBuilder text = new StringBuilder();
        for (Choice choice : choices) {
            String english = choice.labels().getOrDefault("en", "");
            String chinese = choice.labels().getOrDefault("zh-CN", "");
            text.append(choice.value()).append(": ").append(english);
            if (!chinese.isEmpty()) {
                text.append(" | ").append(chinese);
            }
            text.append('\n');
        }
        return text.toString();
    }

    static List<Choice> read(String text) {
        List<Choice> choices = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String line : text == null ? List.<String>of() : text.lines().toList()) {
            Matcher parts = LINE.matcher(line.strip());
            if (!line.isBlank() && parts.matches()) {
                Map<String, String> labels = new LinkedHashMap<>();
                put(labels, "en", parts.group(2));
                put(labels, "zh-CN", parts.group(3));
                String value = parts.group(1) != null ? parts.group(1) : value(parts.group(2), taken);
                taken.add(value);
                choices.add(new Choice(value, labels));
            }
        }
        return choices;
    }

    /** What is stored for the choice with this label in any language; the text itself when no choice has it. */
    static String stored(List<Choice> choices, String label) {
        return choices.stream()
                .filter(choice -> choice.labels().values().stream().anyMatch(label::equalsIgnoreCase))
                .map(Choice::value)
                .findFirst()
                .orElse(label);
    }

    private static void put(Map<String, String> labels, String language, String label) {
        if (label != null && !label.isBlank()) {
            labels.put(language, label.strip());
        }
    }

    /** Letters and digits of the label; a number where it has none, as in Chinese. */
    private static String value(String label, Set<String> taken) {
        String plain = Normalizer.normalize(label, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
        String begin = plain.isEmpty() ? "choice" : plain.substring(0, Math.min(plain.length(), LONGEST - 4));
        String value = plain.isEmpty() ? "choice_1" : begin;
        for (int number = 2; taken.contains(value); number++) {
            value = begin + "_" + number;
        }
        return value;
    }
}
