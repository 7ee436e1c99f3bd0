package io.guanxi.infra.system.support;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form as it stands on a page: what a browser would send of it. */
public final class Form {

    private static final Pattern INPUT = Pattern.compile("<input\\b[^>]*>");
    private static final Pattern SELECT =
            Pattern.compile("<select\\b[^>]*name=\"([^\"]+)\".*?</select>", Pattern.DOTALL);
    private static final Pattern SELECTED =
            Pattern.compile("<option value=\"([^\"]*)\" selected=\"selected\"", Pattern.DOTALL);

    private static final Pattern NONCE = Pattern.compile("csp\\.init\\('([^']*)'\\)");

    private Form() {}

    /**
     * The members of the form with that id, with some of them filled in.
     *
     * @param filled values by name; one that a check box gets ticks it
     * @param button the button that sends it
     */
    public static Map<String, String> of(Answer page, String id, Map<String, String> filled, String button) {
        String html = page.text();
        int start = html.indexOf("<form id=\"" + id + "\"");
        if (start < 0) {
            throw new AssertionError("no form " + id + " in " + page);
        }
        String form = html.substring(start, html.indexOf("</form>", start));
        Map<String, String> members = new LinkedHashMap<>();
        Matcher inputs = INPUT.matcher(form);
        while (inputs.find()) {
            String input = inputs.group();
            boolean isTicked = !attribute(input, "type").equals("checkbox") || input.contains("checked=");
            if (isTicked && !attribute(input, "name").isEmpty()) {
                members.put(
                        attribute(input, "name"),
                        attribute(input, "type").equals("checkbox") ? "on" : attribute(input, "value"));
            }
        }
        Matcher selects = SELECT.matcher(form);
        while (selects.find()) {
            Matcher selected = SELECTED.matcher(selects.group());
            if (selected.find()) {
                members.put(selects.group(1), selected.group(1));
            }
        }
        Matcher nonce = NONCE.matcher(html);
        if (nonce.find()) {
            members.put("primefaces.nonce", nonce.group(1));
        }
        members.putAll(filled);
        members.put(button, button);
        return members;
    }

    private static String attribute(String tag, String name) {
        Matcher value = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return value.find() ? value.group(1).replace("&amp;", "&") : "";
    }
}
