package io.guanxi.kernel.closing;

import java.util.Map;

/** Something outside the tables of tenants that holds data of theirs, such as files. Every bean of this type is erased. */
public interface TenantStore {

    /** Its name in certificates, such as {@code files}. */
    String name();

    /** How much it holds of the caller's tenant, by kind; all zero or empty when nothing. */
    Map<String, Long> contents();

    /** Removes everything of the caller's tenant and nothing else. May be called again when it broke off. */
    void erase();
}
