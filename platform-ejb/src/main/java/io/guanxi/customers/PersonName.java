package io.guanxi.customers;

/** The full name of a person from its parts, in the order of the script they are written in. */
final class PersonName {

    private PersonName() {}

    /** Family name first and without a space when it is written in Chinese characters, given name first otherwise. */
    static String full(String first, String last) {
        if (first == null || last == null) {
            return first == null ? last : first;
        }
        return isHan(last) && isHan(first) ? last + first : first + " " + last;
    }

    private static boolean isHan(String text) {
        return text.codePoints().allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }
}
