package io.guanxi.web.shell;

import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ResourceWrapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/** Puts a fingerprint of the content into the address of every asset of ours, so that browsers may keep it for a year. */
public class FingerprintedResources extends ResourceHandlerWrapper {

    static final String LIBRARY = "guanxi";

    private final Map<String, String> fingerprints = new ConcurrentHashMap<>();

    public FingerprintedResources(ResourceHandler wrapped) {
        super(wrapped);
    }

    @Override
    public Resource createResource(String name, String library) {
        return fingerprinted(super.createResource(name, library));
    }

    @Override
    public Resource createResource(String name, String library, String contentType) {
        return fingerprinted(super.createResource(name, library, contentType));
    }

    private Resource fingerprinted(Resource resource) {
        if (resource == null || !LIBRARY.equals(resource.getLibraryName())) {
            return resource;
        }
        String fingerprint = fingerprints.computeIfAbsent(resource.getResourceName(), name -> fingerprint(resource));
        return new ResourceWrapper(resource) {
            @Override
            public String getRequestPath() {
                String path = super.getRequestPath();
                return path + (path.contains("?") ? "&" : "?") + "v=" + fingerprint;
            }
        };
    }

    private static String fingerprint(Resource resource) {
        CRC32 sum = new CRC32();
        try (InputStream content = resource.getInputStream()) {
            sum.update(content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Long.toHexString(sum.getValue());
    }
}
