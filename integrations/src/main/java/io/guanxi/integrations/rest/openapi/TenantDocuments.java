package io.guanxi.integrations.rest.openapi;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guanxi.integrations.rest.json.JsonOutput;
import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.access.Rights;
import io.guanxi.kernel.object.ObjectCatalogue;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The documents of tenants, made again when something about their objects has changed. */
@ApplicationScoped
public class TenantDocuments {

    /** A document of two hundred objects has some megabytes. */
    private static final long MOST_BYTES = 32_000_000;

    private final Cache<Key, byte[]> documents = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key key, byte[] json) -> json.length)
            .build();

    @Inject
    private ObjectRegistry objects;

    @Inject
    private AccessPolicy policy;

    @Inject
    private PublicDocument document;

    /** A catalogue is the same object as long as nothing about it changes; rights say which fields there are. */
    private record Key(ObjectCatalogue objects, Rights rights, Set<String> readable, Locale locale) {}

    /** JSON of the document of what the caller may read. */
    byte[] in(Locale locale) {
        ObjectCatalogue all = objects.catalogue();
        List<ObjectDescriptor> readable = all.all().stream()
                .filter(object -> policy.allows(object, Operation.READ))
                .map(policy::seen)
                .toList();
        Set<String> paths = readable.stream().map(ObjectDescriptor::path).collect(Collectors.toSet());
        return documents.get(
                new Key(all, CallContext.require().rights(), paths, locale),
                key -> JsonOutput.writeIndented(OpenApiDocument.of(readable, document.issuer(), locale)));
    }
}
