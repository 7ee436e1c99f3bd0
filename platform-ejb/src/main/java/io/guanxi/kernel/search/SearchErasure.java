package io.guanxi.kernel.search;

import io.guanxi.kernel.closing.TenantStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** The search index goes with its company. */
@ApplicationScoped
public class SearchErasure implements TenantStore {

    @Inject
    private SearchIndexes indexes;

    @Override
    public String name() {
        return "search";
    }

    @Override
    public Map<String, Long> contents() {
        try {
            return Map.of("files", indexes.files());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void erase() {
        try {
            indexes.drop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
