package io.guanxi.integrations.rest.openapi;

import io.guanxi.kernel.object.ObjectRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The document of the standard objects, made once in each language. */
@ApplicationScoped
public class PublicDocument {

    @Inject
    private ObjectRegistry objects;

    @Inject
    @ConfigProperty(name = "guanxi.oidc.issuer")
    private Optional<String> issuer;

    private final Map<Locale, Map<String, Object>> documents = new ConcurrentHashMap<>();

    public Map<String, Object> in(Locale locale) {
        return documents.computeIfAbsent(locale, language -> OpenApiDocument.of(objects.shipped(), issuer, language));
    }

    /** Where tokens come from; empty when the product does not say. */
    public Optional<String> issuer() {
        return issuer;
    }
}
