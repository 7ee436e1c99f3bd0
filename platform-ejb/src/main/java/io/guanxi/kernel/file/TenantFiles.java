package io.guanxi.kernel.file;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.id.RecordId;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The file store as the caller's tenant has it: nobody else makes keys, so that no id leads into another tenant's files.
 * Contents are not part of any transaction.
 */
@ApplicationScoped
public class TenantFiles {

    @Inject
    @ConfigProperty(name = "guanxi.home")
    private String home;

    /** {@code s3://bucket}; absent for a folder of the home. */
    @Inject
    @ConfigProperty(name = "guanxi.files.url")
    private Optional<String> url;

    @Inject
    @ConfigProperty(name = "guanxi.files.endpoint")
    private Optional<URI> endpoint;

    @Inject
    @ConfigProperty(name = "guanxi.files.region", defaultValue = "us-east-1")
    private String region;

    @Inject
    @ConfigProperty(name = "guanxi.files.access.key")
    private Optional<String> accessKey;

    @Inject
    @ConfigProperty(name = "guanxi.files.secret.key")
    private Optional<String> secretKey;

    private FileStore store;

    @PostConstruct
    void open() {
        store = url.map(this::bucket).orElseGet(() -> new DiskStore(Path.of(home, "files")));
    }

    private FileStore bucket(String address) {
        URI bucket = URI.create(address);
        if (!"s3".equals(bucket.getScheme()) || bucket.getHost() == null) {
            throw new IllegalStateException("guanxi.files.url is no s3://bucket");
        }
        return new S3Store(
                endpoint.orElse(null), region, bucket.getHost(), accessKey.orElseThrow(), secretKey.orElseThrow());
    }

    @PreDestroy
    void close() {
        store.close();
    }

    /**
     * Keeps a copy of a file.
     *
     * @return id by which the tenant finds it again
     */
    public String keep(Path content) throws IOException {
        String id = RecordId.format(RecordId.next());
        store.write(key(id), content);
        return id;
    }

    /** Keeps a copy of a file under an id that it had before. */
    public void keepAs(String id, Path content) throws IOException {
        store.write(key(id), content);
    }

    /**
     * @throws java.io.FileNotFoundException when the tenant has no such file
     */
    public InputStream open(String id) throws IOException {
        return store.read(key(id));
    }

    public void delete(String id) throws IOException {
        store.delete(key(id));
    }

    /** How many files the tenant has, and how large they are together. */
    public Map<String, Long> contents() {
        try {
            FileStore.Held held = store.held(folder());
            return Map.of("files", held.files(), "bytes", held.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes all files of the tenant. */
    public void deleteAll() {
        try {
            store.deleteAll(folder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String folder() {
        return Integer.toString(CallContext.require().tenantId());
    }

    /** Files of a tenant lie together, a few hundred in each folder. */
    static String key(int tenant, String id) {
        if (RecordId.parse(id).isEmpty()) {
            throw new IllegalArgumentException("no id of a file");
        }
        return tenant + "/" + id.substring(id.length() - 2) + "/" + id;
    }

    private static String key(String id) {
        return key(CallContext.require().tenantId(), id);
    }
}
