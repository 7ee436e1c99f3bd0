package io.guanxi.tenantadmin.people;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The two parts of a name that Keycloak wants, guessed from the one people write. Neither is ever empty. */
public record GivenAndFamily(String given, String family) {

    /** The last word is the family's; of a Chinese name without blanks the first character. */
    public static GivenAndFamily of(String name) {
        String trimmed = name.strip();
        boolean chinese = Character.isIdeographic(trimmed.codePointAt(0));
        if (chinese && trimmed.codePointCount(0, trimmed.length()) > 1 && !trimmed.contains(" ")) {
            int end = trimmed.offsetByCodePoints(0, 1);
            return new GivenAndFamily(trimmed.substring(end), trimmed.substring(0, end));
        }
        int blank = trimmed.lastIndexOf(' ');
        return blank < 0
                ? new GivenAndFamily(trimmed, trimmed)
                : new GivenAndFamily(trimmed.substring(0, blank).strip(), trimmed.substring(blank + 1));
    }

    /** A name to begin with for somebody of whom only the mail address is known: {@code jane.doe@…} is Jane Doe. */
    public static String guess(String email) {
        String local = email.substring(0, email.indexOf('@'));
        String name = Arrays.stream(local.split("[._+\\-]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? local : name;
    }
}
