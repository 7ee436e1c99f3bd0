package io.guanxi.infra.system.isolation;

import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Visit;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The pages that somebody finds by opening every address which a page names, one of each kind: addresses of one kind differ
 * in ids and values alone.
 */
final class Site {

    private static final int MOST = 400;

    /** Whatever a page names: links, where forms go, and what scripts ask. */
    private static final Pattern ADDRESS = Pattern.compile("\"(/[^\"\\s]*)\"");

    /** What is no page, and what would end the visit. */
    private static final Pattern NO_PAGE =
            Pattern.compile("/(jakarta\\.faces\\.resource|assets|api|logout|oidc|language|signup/language)\\b.*|//.*");

    private static final Pattern ID = Pattern.compile("[0-9A-HJKMNP-TV-Z]{13}");

    private final Visit visit;
    private final Map<String, Answer> pages = new LinkedHashMap<>();
    private final Map<String, String> addresses = new LinkedHashMap<>();
    private final Queue<String> waiting = new ArrayDeque<>();

    private Site(Visit visit) {
        this.visit = visit;
    }

    /** Looks around from the given addresses. */
    static Site around(Visit visit, Collection<String> beginnings) {
        Site site = new Site(visit);
        beginnings.forEach(site::note);
        while (!site.waiting.isEmpty() && site.pages.size() < MOST) {
            site.open(site.waiting.remove());
        }
        return site;
    }

    /** What the pages looked like, by their addresses. */
    Map<String, Answer> pages() {
        return pages;
    }

    /** An address of each kind that any page names, whether a page answers there or not. */
    Collection<String> addresses() {
        return addresses.values();
    }

    private void open(String address) {
        Answer answer = visit.get(address);
        if (answer.status() == 200 && answer.header("Content-Type").startsWith("text/html")) {
            pages.put(address, answer);
            Matcher named = ADDRESS.matcher(answer.text());
            while (named.find()) {
                note(plain(named.group(1)).replaceFirst("#.*", ""));
            }
        }
    }

    private void note(String address) {
        if (!NO_PAGE.matcher(address).matches() && addresses.putIfAbsent(kind(address), address) == null) {
            waiting.add(address);
        }
    }

    /** The address without ids, and the names of its parameters. */
    static String kind(String address) {
        String[] parts = address.split("\\?", 2);
        String path = ID.matcher(parts[0]).replaceAll("{id}");
        return parts.length == 1
                ? path
                : path + "?"
                        + Arrays.stream(parts[1].split("&"))
                                .map(parameter -> parameter.replaceFirst("=.*", ""))
                                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** An attribute of HTML as it is meant. */
    static String plain(String attribute) {
        return attribute
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#38;", "&")
                .replace("&amp;", "&");
    }
}
