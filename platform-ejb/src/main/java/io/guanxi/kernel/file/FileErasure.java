package io.guanxi.kernel.file;

import io.guanxi.kernel.closing.TenantStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** The contents of documents go with their company. */
@ApplicationScoped
public class FileErasure implements TenantStore {

    @Inject
    private TenantFiles files;

    @Override
    public String name() {
        return "files";
    }

    @Override
    public Map<String, Long> contents() {
        return files.contents();
    }

    @Override
    public void erase() {
        files.deleteAll();
    }
}
