package io.guanxi.tenantadmin.provider;

import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Addresses that a company gives and that this installation fetches from: over TLS, and nothing inside of the network that
 * the installation stands in. Redirects are not followed, since they would lead around the check. What is checked is fetched
 * at once, while the virtual machine still remembers what the name stood for.
 */
@ApplicationScoped
public class OutsideAddresses {

    private static final int LARGEST = 1024 * 1024;
    private static final int LONGEST = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private boolean arePrivateAllowed;

    protected OutsideAddresses() {}

    /**
     * @param arePrivateAllowed for development and tests: any network, and without TLS
     */
    @Inject
    public OutsideAddresses(
            @ConfigProperty(name = "guanxi.private.addresses", defaultValue = "false") boolean arePrivateAllowed) {
        this.arePrivateAllowed = arePrivateAllowed;
    }

    /**
     * The address, when it may be fetched from.
     *
     * @param pointer where it stands in the input
     * @throws InvalidRecord when it may not
     */
    URI check(String pointer, String text) {
        URI address = parsed(pointer, text);
        boolean isTls = "https".equals(address.getScheme());
        if (!isTls && !(arePrivateAllowed && "http".equals(address.getScheme()))) {
            throw new InvalidRecord(FieldError.of(pointer, "outside.https"));
        }
        try {
            boolean isOutside =
                    Arrays.stream(InetAddress.getAllByName(host(address))).allMatch(OutsideNetwork::contains);
            if (!isOutside && !arePrivateAllowed) {
                throw new InvalidRecord(FieldError.of(pointer, "outside.inside"));
            }
            return address;
        } catch (UnknownHostException none) {
            throw new InvalidRecord(FieldError.of(pointer, "outside.unknown", address.getHost()));
        }
    }

    private static URI parsed(String pointer, String text) {
        try {
            URI address = new URI(text == null ? "" : text.strip());
            if (address.getHost() == null
                    || address.getRawUserInfo() != null
                    || address.getRawFragment() != null
                    || text.length() > LONGEST) {
                throw new InvalidRecord(FieldError.of(pointer, "outside.invalid"));
            }
            return address;
        } catch (URISyntaxException none) {
            throw new InvalidRecord(FieldError.of(pointer, "outside.invalid"));
        }
    }

    private static String host(URI address) {
        String host = address.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /**
     * What is under the address, at most a megabyte.
     *
     * @throws InvalidRecord when it may not be fetched from or does not answer with anything
     */
    byte[] fetch(String pointer, String text) {
        URI address = check(pointer, text);
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Accept", "application/json, application/samlmetadata+xml, application/xml;q=0.9, */*;q=0.1")
                .build();
        try {
            HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] content = body.readNBytes(LARGEST + 1);
                if (answer.statusCode() != 200 || content.length > LARGEST) {
                    throw new InvalidRecord(FieldError.of(pointer, "outside.answer", answer.statusCode()));
                }
                return content;
            }
        } catch (IOException away) {
            throw new InvalidRecord(FieldError.of(pointer, "outside.away"));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InvalidRecord(FieldError.of(pointer, "outside.away"));
        }
    }
}
