package io.guanxi.infra.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds Latin words on a page that are neither data of the records it shows nor names that every language writes so. */
final class ForeignWords {

    /**
     * Every text of the page, shown, hidden in a menu or spoken, but for what says itself to be in another language. What was
     * found in a text takes it apart, and is put together again.
     */
    private static final String TEXTS =
            "() => { document.querySelectorAll('mark').forEach(m => m.replaceWith(m.textContent)); document.body.normalize();"
                    + " const own = e => { const other = e.closest('script,style,code,kbd,.gx-av,[lang]:not(html)');"
                    + " return !other || other.lang.startsWith('zh'); }; const texts = [document.title];"
                    + " const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);"
                    + " while (walk.nextNode()) if (!walk.currentNode.parentElement.closest('script,style,.gx-av')"
                    + " && own(walk.currentNode.parentElement)) texts.push(walk.currentNode.data);"
                    + " document.querySelectorAll('[title],[aria-label],[placeholder],[alt],[data-label],[data-said]')"
                    + ".forEach(e => { if (own(e)) for (const name of"
                    + " ['title', 'aria-label', 'placeholder', 'alt', 'data-label', 'data-said'])"
                    + " if (e.hasAttribute(name)) texts.push(e.getAttribute(name)); });"
                    + " return texts.map(t => t.trim()).filter(t => t); }";

    private static final String IDS = "() => [...document.querySelectorAll('a[href*=\"/app/\"]')]"
            + ".map(a => a.getAttribute('href').match(/\\/app\\/([a-z-]+)\\/([0-9A-Z]{13})/))"
            + ".filter(m => m).map(m => m[1] + '/' + m[2])";

    private static final Pattern ADDRESS = Pattern.compile(
            "https?://\\S+|[\\w.+-]+@[\\w.-]+|\\b[\\w-]+(\\.[\\w-]+)*\\.(com|cn|example|org|net|csv|xlsx|txt)\\b");

    /** Chinese registration numbers; they go first, since pieces of them may be data as well. */
    private static final Pattern REGISTRATION = Pattern.compile("\\b[0-9A-Z]{18}\\b");

    private static final Pattern NAMES = Pattern.compile(
            "\\b(Guanxi|ZIP|JSON Lines|Chrome|Linux|Java|FreeOTP|Google|Authenticator|db8|OpenID Connect|SAML|Web|openid|email|NameID|ACS|DNS|TXT|XML|Microsoft Entra|Microsoft|email_verified|well-known|configuration|KB|MB|TB|CSV|Excel|XLSX|REST|API|PNG|JPG|UTF-8|UTF-16(LE|BE)?|GB18030|Windows-1252|GB|ID|RFM|VIP|LinkedIn|WhatsApp|Globex|Acme Trading|Mei Thornton"
                    + "|xlsx|(acme|globex)-partner|zq[a-z]+|[A-Z]{3}(?= – )|custom(?=\\.)|Ctrl|null|old|[0-9a-f]{32})\\b");

    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");

    /** What a choice is called in the interface; on a page that would be a missing translation. */
    private static final Pattern CODE = Pattern.compile("[a-z_]+");

    private final Api api;
    private final Set<String> known = new HashSet<>();

    /** The longest first: one may be a part of another. */
    private final Set<String> data =
            new TreeSet<>(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    ForeignWords(Api api) {
        this.api = api;
    }

    /** The texts with such words, each once. */
    List<String> on(Page page) {
        learn(strings(page.evaluate(IDS)));
        return strings(page.evaluate(TEXTS)).stream()
                .distinct()
                .filter(this::isForeign)
                .collect(Collectors.toList());
    }

    private boolean isForeign(String text) {
        String rest = REGISTRATION.matcher(text).replaceAll("");
        if (!WORD.matcher(rest).find()) {
            return false;
        }
        for (String value : data) {
            rest = rest.replace(value, "");
        }
        rest = ADDRESS.matcher(rest).replaceAll("");
        rest = NAMES.matcher(rest).replaceAll("");
        return WORD.matcher(rest).find();
    }

    private void learn(List<String> records) {
        for (String record : records) {
            if (known.add(record)) {
                Answer answer = api.get(record);
                if (answer.status() == 200) {
                    collect(answer.json());
                }
            }
        }
    }

    private void collect(JsonNode value) {
        if (value.isContainerNode()) {
            value.forEach(this::collect);
        } else if (value.isTextual()
                && WORD.matcher(value.asText()).find()
                && !CODE.matcher(value.asText()).matches()) {
            data.add(value.asText());
        }
    }

    private static List<String> strings(Object list) {
        List<String> strings = new ArrayList<>();
        ((List<?>) list).forEach(one -> strings.add(String.valueOf(one)));
        return strings;
    }
}
