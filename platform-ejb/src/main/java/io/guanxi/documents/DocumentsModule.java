package io.guanxi.documents;

import io.guanxi.kernel.module.ModuleDefinition;
import io.guanxi.kernel.module.ModuleManifest;
import jakarta.enterprise.context.ApplicationScoped;

/** Declares the module of documents, which may be about a record of any object. */
@ApplicationScoped
public class DocumentsModule implements ModuleDefinition {

    static final String NAME = "documents";

    private static final ModuleManifest MANIFEST = ModuleManifest.named(NAME, "io.guanxi.documents.messages")
            .icon("pi-folder")
            .packagesOf(DocumentsModule.class)
            .build();

    @Override
    public ModuleManifest manifest() {
        return MANIFEST;
    }
}
