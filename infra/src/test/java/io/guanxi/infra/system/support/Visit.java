package io.guanxi.infra.system.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A visit to a site without a browser: forms are sent, cookies are kept, redirects are shown and not followed. */
public final class Visit {

    private static final int MOST_REDIRECTS = 10;
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final String site;
    private final Map<String, String> cookies = new ConcurrentSkipListMap<>();

    public Visit(String site) {
        this.site = site;
    }

    /** What the site has asked to be told again, as a header says it. */
    public String cookies() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Takes a cookie over that the site has set elsewhere, as its header says it. */
    public Visit with(String cookie) {
        keep(cookie);
        return this;
    }

    /** Opens an address of the site, or a whole one. */
    public Answer get(String address) {
        return send(request(address).GET().build());
    }

    /** Sends a form. */
    public Answer post(String address, Map<String, String> form) {
        return send(request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(form)))
                .build());
    }

    /** Sends whatever a page of another site, or a program, could make of this visit's cookies. */
    public Answer send(String method, String address, Map<String, String> headers, Map<String, String> form) {
        HttpRequest.Builder request = request(address);
        if (!form.isEmpty()) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        headers.forEach(request::setHeader);
        return send(request.method(method, HttpRequest.BodyPublishers.ofString(form(form)))
                .build());
    }

    /** Opens an address and whatever it leads to. */
    public Answer follow(String address) {
        return follow(get(address));
    }

    /** Goes where an answer leads. */
    public Answer follow(Answer answer) {
        Answer last = answer;
        for (int step = 0; step < MOST_REDIRECTS && last.status() / 100 == 3; step++) {
            last = get(last.response().uri().resolve(last.header("Location")).toString());
        }
        return last;
    }

    /** Fills in the log-in form of Keycloak that an answer shows; the answer to it. */
    public Answer logIn(Answer form, String email, String password) {
        Matcher action = FORM.matcher(form.expect(200).text());
        if (!action.find()) {
            throw new AssertionError("no form in " + form);
        }
        return post(
                action.group(1).replace("&amp;", "&"),
                Map.of("username", email, "password", password, "credentialId", ""));
    }

    /** Parameters as they stand in a query or a form. */
    public static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> Api.encoded(entry.getKey()) + "=" + Api.encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private HttpRequest.Builder request(String address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(address.startsWith("/") ? site + address : address))
                .timeout(Duration.ofMinutes(1));
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies());
        }
        return request;
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Answer(request.method() + " " + request.uri().getPath(), response);
        } catch (IOException failure) {
            throw new UncheckedIOException(request.uri().getPath(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void keep(String cookie) {
        String pair = cookie.split(";", 2)[0];
        int equals = pair.indexOf('=');
        cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
}
