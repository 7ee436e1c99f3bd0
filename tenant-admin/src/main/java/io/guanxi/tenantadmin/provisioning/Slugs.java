package io.guanxi.tenantadmin.provisioning;

import com.ibm.icu.text.Transliterator;
import io.guanxi.kernel.search.Pinyin;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Short names of tenants: 3 to 40 small letters, digits and single hyphens, and no word of the product's own. */
final class Slugs {

    static final int SHORTEST = 3;
    static final int LONGEST = 40;

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");

    /** For what is left of a name when there is nothing a slug could be made of. */
    private static final String NAMELESS = "company";

    private static final Set<String> RESERVED = Set.of(
            "admin",
            "api",
            "app",
            "assets",
            "billing",
            "docs",
            "guanxi",
            "health",
            "help",
            "identity",
            "language",
            "legal",
            "login",
            "logout",
            "mail",
            "management",
            "master",
            "metrics",
            "oidc",
            "operator",
            "platform",
            "root",
            "setup",
            "signin",
            "signup",
            "static",
            "status",
            "support",
            "system",
            "tenant",
            "tenants",
            "www");

    private Slugs() {}

    /** Whether the text has the form of a slug, reserved or not. */
    static boolean isWellFormed(String text) {
        return text.length() >= SHORTEST
                && text.length() <= LONGEST
                && FORM.matcher(text).matches();
    }

    static boolean isReserved(String slug) {
        return RESERVED.contains(slug);
    }

    /** A slug for a company's name: Chinese in pinyin, other scripts in Latin letters, without marks. */
    static String of(String name) {
        String spelled = HAN.matcher(name)
                .replaceAll(han ->
                        Matcher.quoteReplacement(" " + Pinyin.of(han.group()).get(0) + " "));
        String latin = Transliterator.getInstance("Any-Latin; Latin-ASCII").transliterate(spelled);
        String slug = cut(
                latin.toLowerCase(Locale.ROOT)
                        .replaceAll("['’]", "")
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", ""),
                LONGEST);
        if (slug.isEmpty()) {
            return NAMELESS;
        }
        return slug.length() < SHORTEST || isReserved(slug) ? slug + "-" + NAMELESS : slug;
    }

    /** The slug itself for the first try, then {@code slug-2}, {@code slug-3} … */
    static String candidate(String slug, int number) {
        String end = number == 1 ? "" : "-" + number;
        return cut(slug, LONGEST - end.length()) + end;
    }

    private static String cut(String slug, int longest) {
        return slug.length() <= longest ? slug : slug.substring(0, longest).replaceAll("-$", "");
    }
}
