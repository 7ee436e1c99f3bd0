package io.guanxi.kernel.tabular;

/**
 * A column of a file.
 *
 * @param index position from 0
 * @param name  its heading without surrounding blanks; empty when the file gives none, and not always unique
 */
public record Column(int index, String name) {}
