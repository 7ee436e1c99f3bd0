package io.guanxi.tenantadmin.provider;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of mail domains in the one form in which they are stored and compared: lower case, other letters by RFC 3492. */
final class DomainName {

    private static final int LONGEST = 253;
    private static final Pattern FORM =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");

    /** RFC 6761 and 7686: nobody's in the Internet. What is {@code .example} is the demonstration's. */
    private static final Set<String> NOBODYS = Set.of("invalid", "localhost", "local", "onion", "arpa", "internal");

    /** Where everybody gets a mail address. */
    private static final Set<String> PUBLIC = read("public-mail-domains.txt");

    private DomainName() {}

    /** The name in its stored form; empty when it is none. */
    static Optional<String> parse(String text) {
        String given = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        if (given.startsWith("@")) {
            given = given.substring(1);
        }
        try {
            String ascii = IDN.toASCII(given, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return Optional.of(ascii)
                    .filter(name -> name.length() <= LONGEST
                            && FORM.matcher(name).matches()
                            && !NOBODYS.contains(name.substring(name.lastIndexOf('.') + 1)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** The domain of a mail address; empty when it is none. */
    static Optional<String> ofMail(String email) {
        int at = email == null ? -1 : email.lastIndexOf('@');
        return at <= 0 ? Optional.empty() : parse(email.substring(at + 1));
    }

    /** Whether anybody gets an address there, so that it is no company's; so is what lies below such a domain. */
    static boolean isPublic(String domain) {
        return PUBLIC.stream().anyMatch(one -> domain.equals(one) || domain.endsWith("." + one));
    }

    private static Set<String> read(String resource) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(DomainName.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
