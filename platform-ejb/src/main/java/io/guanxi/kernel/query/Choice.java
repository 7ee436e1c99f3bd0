package io.guanxi.kernel.query;

/** Something to point to, in pickers. */
public record Choice(String id, String label) {}
