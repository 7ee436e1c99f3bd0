package io.guanxi.kernel.duplicate;

import io.guanxi.kernel.object.MatchKind;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What of a value is compared, by the kind of match: the same for external forms and for what somebody is typing. */
final class MatchTexts {

    /** National numbers are as long in most countries; country and area codes are often left out. */
    private static final int PHONE_TAIL = 8;

    private static final int SHORTEST_PHONE = 6;

    private static final int SHORTEST_IDENTIFIER = 4;

    /** Where anybody may have an address, which says nothing about the company. */
    private static final Set<String> OPEN_TO_ALL = Set.of(
            ("gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com icloud.com me.com"
                            + " mac.com aol.com proton.me protonmail.com gmx.de gmx.net gmx.at gmx.ch gmx.com web.de"
                            + " t-online.de freenet.de mail.ru yandex.ru bk.ru list.ru inbox.ru orange.fr wanadoo.fr"
                            + " free.fr laposte.net libero.it virgilio.it naver.com daum.net hanmail.net"
                            + " rediffmail.com zoho.com mail.com qq.com foxmail.com 163.com 126.com yeah.net 139.com"
                            + " 189.cn sina.com sina.cn sohu.com aliyun.com 21cn.com tom.com wo.cn 263.net")
                    .split(" "));

    /** Second labels under which countries register names. */
    private static final Set<String> SHARED_LABELS =
            Set.of("com", "co", "net", "org", "gov", "edu", "ac", "or", "ne", "gob", "ltd", "plc");

    private MatchTexts() {}

    /** Compared texts of a value that is no name; empty when there is nothing to compare. */
    static Set<String> of(MatchKind kind, Object value) {
        Set<String> texts = new LinkedHashSet<>();
        elements(value).forEach(element -> {
            String text = element.strip();
            String compared =
                    switch (kind) {
                        case PHONE -> digits(text);
                        case EMAIL -> email(text);
                        case DOMAIN -> domain(text);
                        case IDENTIFIER -> identifier(text);
                        default -> text.toLowerCase(Locale.ROOT);
                    };
            if (!compared.isEmpty()) {
                texts.add(compared);
            }
        });
        return texts;
    }

    /** What of a text records are found by; equal ends of numbers are looked at by the score. */
    static String key(MatchKind kind, String compared) {
        return kind == MatchKind.PHONE ? tail(compared) : compared;
    }

    static String tail(String digits) {
        return digits.length() <= PHONE_TAIL ? digits : digits.substring(digits.length() - PHONE_TAIL);
    }

    /** Texts of a value: of a list's elements that which is no label. */
    static List<String> elements(Object value) {
        if (value instanceof List<?> list) {
            return list.stream()
                    .filter(Map.class::isInstance)
                    .map(element -> (Map<?, ?>) element)
                    .map(element -> element.containsKey("number") ? element.get("number") : element.get("address"))
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .toList();
        }
        return value instanceof String text ? List.of(text) : List.of();
    }

    private static String digits(String phone) {
        StringBuilder digits = new StringBuilder();
        phone.chars().filter(Character::isDigit).forEach(c -> digits.append(Character.getNumericValue(c)));
        return digits.length() < SHORTEST_PHONE ? "" : digits.toString();
    }

    /** What stands after a plus sign is the receiver's own mark and reaches the same mailbox (RFC 5233). */
    private static String email(String address) {
        int at = address.lastIndexOf('@');
        if (at < 1) {
            return "";
        }
        String local = address.substring(0, at).toLowerCase(Locale.ROOT);
        int plus = local.indexOf('+');
        return (plus > 0 ? local.substring(0, plus) : local)
                + address.substring(at).toLowerCase(Locale.ROOT);
    }

    private static String domain(String text) {
        String host = text.indexOf('@') >= 0 ? text.substring(text.lastIndexOf('@') + 1) : host(text);
        String[] labels = host.toLowerCase(Locale.ROOT).split("\\.");
        int count = labels.length;
        if (count < 2) {
            return "";
        }
        boolean shared = count > 2 && labels[count - 1].length() == 2 && SHARED_LABELS.contains(labels[count - 2]);
        String domain = String.join(".", List.of(labels).subList(count - (shared ? 3 : 2), count));
        return OPEN_TO_ALL.contains(domain) ? "" : domain;
    }

    private static String host(String address) {
        try {
            String host = new URI(address.contains("://") ? address : "https://" + address).getHost();
            return host == null ? "" : host;
        } catch (URISyntaxException e) {
            return "";
        }
    }

    private static String identifier(String text) {
        String bare = text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        return bare.length() < SHORTEST_IDENTIFIER ? "" : bare;
    }
}
