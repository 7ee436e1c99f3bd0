package io.guanxi.infra.system.isolation;

import io.guanxi.infra.system.support.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form as a page serves it.
 *
 * @param page    address of the page
 * @param id      of the form; empty when it has none
 * @param action  where it is sent
 * @param withFile whether it takes a file, which is sent in another way
 * @param fields  what a browser would send of it, but for buttons
 * @param buttons names of all its buttons
 */
record PostForm(
        String page, String id, String action, boolean withFile, Map<String, String> fields, List<String> buttons) {

    /** What ties a form to the session that it was served in. */
    static final String SECRET = "jakarta.faces.ViewState";

    /** What scripts of the page send along. */
    private static final Pattern NONCE = Pattern.compile("csp\\.init\\('([^']*)'\\)");

    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern CONTROL = Pattern.compile("<(input|button|select|textarea)\\b([^>]*)>");

    /** Every form of the page that is sent by POST. */
    static List<PostForm> all(String page, Answer answer) {
        List<PostForm> forms = new ArrayList<>();
        Optional<String> nonce = NONCE.matcher(answer.text())
                .results()
                .map(match -> match.group(1))
                .findFirst();
        Matcher form = FORM.matcher(answer.text());
        while (form.find()) {
            if (attribute(form.group(1), "method").equalsIgnoreCase("post")) {
                PostForm found = of(page, form.group(1), form.group(2));
                nonce.ifPresent(value -> found.fields().put("primefaces.nonce", value));
                forms.add(found);
            }
        }
        return forms;
    }

    private static PostForm of(String page, String tag, String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        List<String> buttons = new ArrayList<>();
        Matcher control = CONTROL.matcher(body);
        while (control.find()) {
            String attributes = control.group(2);
            String name = attribute(attributes, "name");
            String type = attribute(attributes, "type");
            if (!name.isEmpty() && (type.equals("submit") || control.group(1).equals("button"))) {
                buttons.add(name);
            } else if (!name.isEmpty() && !type.equals("file")) {
                fields.putIfAbsent(name, attribute(attributes, "value"));
            }
        }
        return new PostForm(
                page,
                attribute(tag, "id"),
                attribute(tag, "action"),
                attribute(tag, "enctype").startsWith("multipart/"),
                fields,
                buttons);
    }

    /** Whether it has the secret of a session. */
    boolean isSecret() {
        return fields.containsKey(SECRET);
    }

    /** What is sent when every button of it is pressed, with another secret in place of its own. */
    Map<String, String> withSecret(String secret) {
        Map<String, String> sent = new LinkedHashMap<>(fields);
        buttons.forEach(button -> sent.put(button, button));
        sent.put(SECRET, secret);
        return sent;
    }

    Map<String, String> withoutSecret() {
        Map<String, String> sent = withSecret("");
        sent.remove(SECRET);
        return sent;
    }

    String secret() {
        return fields.getOrDefault(SECRET, "");
    }

    private static String attribute(String tag, String name) {
        Matcher value = Pattern.compile("(?:^|\\s)" + name + "=\"([^\"]*)\"").matcher(tag);
        return value.find() ? Site.plain(value.group(1)) : "";
    }
}
