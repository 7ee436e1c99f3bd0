package io.guanxi.kernel.object;

/**
 * A view every tenant starts with, shown as a tab over the list.
 *
 * @param name   its label stands in the object's bundle under {@code <object>.view.<name>}
 * @param filter RSQL; {@code me} stands for the caller in comparisons with members; empty shows all
 * @param sort   as in REST: {@code -updatedAt,name}
 */
public record ListView(String name, String filter, String sort) {}
