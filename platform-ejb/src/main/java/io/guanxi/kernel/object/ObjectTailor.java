package io.guanxi.kernel.object;

/** Makes of the product's objects what the caller's tenant has. */
public interface ObjectTailor {

    /**
     * The objects with the fields of the caller's tenant, and the tenant's own objects after them; the same instance as
     * long as nothing changes.
     */
    ObjectCatalogue tailor(ObjectCatalogue shipped);
}
