package io.guanxi.orders;

import io.guanxi.kernel.module.ModuleDefinition;
import io.guanxi.kernel.module.ModuleManifest;
import io.guanxi.products.Products;
import jakarta.enterprise.context.ApplicationScoped;

/** Declares the module of products and orders, which are placed by customers. */
@ApplicationScoped
public class SalesModule implements ModuleDefinition {

    private static final ModuleManifest MANIFEST = ModuleManifest.named("sales", "io.guanxi.orders.messages")
            .icon("pi-shopping-cart")
            .packagesOf(SalesModule.class, Products.class)
            .needs("customers")
            .build();

    @Override
    public ModuleManifest manifest() {
        return MANIFEST;
    }
}
