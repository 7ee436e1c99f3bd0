package io.guanxi.customers;

import io.guanxi.kernel.module.ModuleDefinition;
import io.guanxi.kernel.module.ModuleManifest;
import io.guanxi.notes.Notes;
import jakarta.enterprise.context.ApplicationScoped;

/** Declares the module of accounts, contacts and what is known about them. */
@ApplicationScoped
public class CustomersModule implements ModuleDefinition {

    private static final ModuleManifest MANIFEST = ModuleManifest.named("customers", "io.guanxi.customers.messages")
            .icon("pi-users")
            .packagesOf(CustomersModule.class, Notes.class)
            .pages("map", "lifecycle", "admin/classes")
            .rest("classification", "lifecycle")
            .jobs("classification")
            .build();

    @Override
    public ModuleManifest manifest() {
        return MANIFEST;
    }
}
