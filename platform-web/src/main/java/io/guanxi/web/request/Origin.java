package io.guanxi.web.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a request came from before trusted proxies passed it on: RFC 7239 {@code Forwarded}, else the older
 * {@code X-Forwarded-*} headers.
 *
 * <p>Read from the near end: what a trusted proxy says about its neighbour counts, what a stranger wrote before that
 * does not.
 *
 * @param client address of the first party that is no trusted proxy
 * @param scheme {@code http} or {@code https}; empty when no proxy told
 * @param host   host, with or without port, that the client asked for; empty when no proxy told
 */
record Origin(String client, Optional<String> scheme, Optional<String> host) {

    private static final Pattern PAIR = Pattern.compile("([A-Za-z]+)\\s*=\\s*(?:\"([^\"]*)\"|([^;,\\s]*))");
    private static final Pattern HOST = Pattern.compile("(?:[A-Za-z0-9.-]{1,253}|\\[[0-9a-fA-F:.]+])(?::[0-9]{1,5})?");
    private static final Pattern BRACKETED = Pattern.compile("\\[([^]]*)](?::.*)?");
    private static final Pattern IPV4_WITH_PORT = Pattern.compile("([0-9.]+):[0-9]+");

    /** One proxy's word: who asked it, how, and for which host; null where it did not say. */
    private record Hop(String client, String scheme, String host) {}

    /** Empty when the request did not come through a trusted proxy, or that one said nothing. */
    static Optional<Origin> of(HttpServletRequest request, TrustedProxies trusted) {
        if (!trusted.contains(request.getRemoteAddr())) {
            return Optional.empty();
        }
        List<Hop> hops = hops(request);
        if (hops.isEmpty()) {
            return Optional.empty();
        }
        Collections.reverse(hops);
        String client = request.getRemoteAddr();
        String scheme = null;
        String host = null;
        for (Hop hop : hops) {
            if (!trusted.contains(client)) {
                break;
            }
            client = hop.client() == null ? client : hop.client();
            scheme = hop.scheme() == null ? scheme : hop.scheme();
            host = hop.host() == null ? host : hop.host();
            if (hop.client() == null) {
                break;
            }
        }
        return Optional.of(new Origin(client, Optional.ofNullable(scheme), Optional.ofNullable(host)));
    }

    private static List<Hop> hops(HttpServletRequest request) {
        List<String> forwarded = values(request, "Forwarded");
        if (!forwarded.isEmpty()) {
            return new ArrayList<>(forwarded.stream().map(Origin::standard).toList());
        }
        List<String> clients = values(request, "X-Forwarded-For");
        List<String> schemes = values(request, "X-Forwarded-Proto");
        List<String> hosts = values(request, "X-Forwarded-Host");
        List<Hop> hops = new ArrayList<>();
        for (int i = 0; i < clients.size(); i++) {
            hops.add(new Hop(
                    address(clients.get(i)),
                    scheme(told(schemes, i, clients.size())),
                    host(told(hosts, i, clients.size()))));
        }
        if (clients.isEmpty() && !(schemes.isEmpty() && hosts.isEmpty())) {
            hops.add(new Hop(null, scheme(told(schemes, 0, 1)), host(told(hosts, 0, 1))));
        }
        return hops;
    }

    private static Hop standard(String element) {
        String client = null;
        String scheme = null;
        String host = null;
        Matcher pairs = PAIR.matcher(element);
        while (pairs.find()) {
            String value = pairs.group(2) == null ? pairs.group(3) : pairs.group(2);
            switch (pairs.group(1).toLowerCase(Locale.ROOT)) {
                case "for" -> client = address(value);
                case "proto" -> scheme = scheme(value);
                case "host" -> host = host(value);
                default -> {
                    // "by" and extensions say nothing about the client.
                }
            }
        }
        return new Hop(client, scheme, host);
    }

    /** Proxies add to the list of addresses and mostly replace the other two headers: then the last word is the near one. */
    private static String told(List<String> values, int index, int clients) {
        if (values.isEmpty()) {
            return null;
        }
        return values.size() == clients ? values.get(index) : values.get(values.size() - 1);
    }

    private static List<String> values(HttpServletRequest request, String header) {
        List<String> values = new ArrayList<>();
        for (String line : Collections.list(request.getHeaders(header))) {
            for (String value : line.split(",")) {
                if (!value.isBlank()) {
                    values.add(value.strip());
                }
            }
        }
        return values;
    }

    /** Without brackets and port; what is no address, such as {@code unknown}, stays and is trusted by nobody. */
    private static String address(String text) {
        Matcher bracketed = BRACKETED.matcher(text);
        if (bracketed.matches()) {
            return bracketed.group(1);
        }
        Matcher withPort = IPV4_WITH_PORT.matcher(text);
        return withPort.matches() ? withPort.group(1) : text;
    }

    private static String scheme(String text) {
        String lower = text == null ? "" : text.toLowerCase(Locale.ROOT);
        return lower.equals("https") || lower.equals("http") ? lower : null;
    }

    private static String host(String text) {
        return text != null && HOST.matcher(text).matches() ? text : null;
    }
}
