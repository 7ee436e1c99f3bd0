package io.guanxi.kernel.access;

/** What a person is in a tenant; the order is from most to least. */
public enum Role {
    OWNER,
    ADMIN,
    MEMBER,
    READ_ONLY
}
